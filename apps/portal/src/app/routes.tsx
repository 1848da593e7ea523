import type { RouteObject } from 'react-router';
import { accountRoutes, publicAccountRoutes } from '../account/routes.js';
import { adminRoutes } from '../admin/routes.js';
import { contractRoutes } from '../contracts/routes.js';
import { dealRoutes } from '../deals/routes.js';
import { inboxRoutes } from '../inbox/routes.js';
import { importRoutes } from '../imports/routes.js';
import { lawRoutes } from '../law/routes.js';
import { listingRoutes, publicListingRoutes } from '../listings/routes.js';
import { workspaceRoutes } from '../workspace/routes.js';
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
          { index: true, handle: { flush: true }, lazy: () => import('../home/HomePage.js') },
          { path: 'disclosures', lazy: () => import('../disclosures/DisclosuresPage.js') },
          { path: 'disclosures/:id', lazy: () => import('../disclosures/DisclosurePage.js') },
          { path: 'data', lazy: () => import('../data/DataPage.js') },
          { path: 'verify', lazy: () => import('../verify/VerifyPage.js') },
          ...publicListingRoutes,
          ...publicAccountRoutes,
          {
            element: <SignedIn />,
            children: [
              {
                lazy: () => import('./AntdArea.js'),
                children: [
                  ...workspaceRoutes,
                  ...listingRoutes,
                  ...importRoutes,
                  ...dealRoutes,
                  ...contractRoutes,
                  ...inboxRoutes,
                  ...adminRoutes,
                  ...lawRoutes,
                  ...accountRoutes,
                ],
              },
            ],
          },
          { path: '*', element: <Missing /> },
        ],
      },
    ],
  },
];
