import type { RouteObject } from 'react-router';
import { publicRoutes, signedInRoutes } from './areas.js';
import { Broken, Missing } from './Broken.js';
import { Shell } from './Shell.js';
import { SignedIn } from './SignedIn.js';

/** Every page is loaded when it is opened. Public pages come without antd; what stands under `AntdArea` has it. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <Broken />,
    // While the first page's code is on its way the ground is shown: nothing flashes.
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <Broken />,
        children: [
          ...publicRoutes,
          {
            element: <SignedIn />,
            children: [{ lazy: () => import('./AntdArea.js'), children: signedInRoutes }],
          },
          { path: '*', element: <Missing /> },
        ],
      },
    ],
  },
];
