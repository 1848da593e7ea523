import type { RouteObject } from 'react-router';

/** Pages for whoever is not signed in yet, to which the mailed links lead; and an organisation as everybody sees it. */
export const publicAccountRoutes: RouteObject[] = [
  { path: 'sign-in', lazy: () => import('./SignInPage.js') },
  { path: 'account/sign-in', lazy: () => import('./SignInPage.js') },
  { path: 'sign-in/return', lazy: () => import('./OidcReturnPage.js') },
  { path: 'sign-in/return/:number', lazy: () => import('./OidcReturnPage.js') },
  { path: 'register', lazy: () => import('./RegisterPage.js') },
  { path: 'account/confirm', lazy: () => import('./ConfirmPage.js') },
  { path: 'account/forgot', lazy: () => import('./ForgotPage.js') },
  { path: 'account/reset', lazy: () => import('./ResetPage.js') },
  { path: 'account/invitation', lazy: () => import('./InvitationPage.js') },
  { path: 'organisations/:id', lazy: () => import('./OrganisationPage.js') },
];

/** Pages of the signed-in person and of one's organisations. */
export const accountRoutes: RouteObject[] = [
  { path: 'account', lazy: () => import('./AccountPage.js') },
  { path: 'account/second-factor', lazy: () => import('./SecondFactorPage.js') },
  { path: 'account/organisations', lazy: () => import('./OrganisationsPage.js') },
  { path: 'account/organisations/new', lazy: () => import('./RegisterOrganisationPage.js') },
];
