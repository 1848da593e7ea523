import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const contractRoutes: RouteObject[] = [
  { path: 'contracts', lazy: () => import('./ContractsPage.js') },
  { path: 'contracts/new', lazy: () => import('./NewContractPage.js') },
  { path: 'contracts/:id', lazy: () => import('./ContractPage.js') },
  { path: 'contracts/:id/texts/:fileId', lazy: () => import('./text/TextPage.js') },
  { path: 'contracts/:id/notice', lazy: () => import('./NoticePage.js') },
  { path: 'contracts/:id/form', lazy: () => import('./FormPage.js') },
  { path: 'contracts/:id/acceptance', lazy: () => import('./AcceptancePage.js') },
  { path: 'proceedings', lazy: () => import('./proceedings/ProceedingsPage.js') },
  { path: 'proceedings/:id', lazy: () => import('./proceedings/ProceedingPage.js') },
  { path: 'proceedings/:id/tax-notice', lazy: () => import('./proceedings/TaxNoticePage.js') },
  { path: 'tax-notices', lazy: () => import('./proceedings/TaxNoticesPage.js') },
  { path: 'registration', lazy: () => import('./review/QueuePage.js') },
  { path: 'registration/workload', lazy: () => import('./workload/WorkloadPage.js') },
  { path: 'registration/times', lazy: () => import('./workload/TimesPage.js') },
  { path: 'registration/cases', lazy: () => import('./workload/CasesPage.js') },
  { path: 'registration/batch', lazy: () => import('./batch/BatchPage.js') },
  { path: 'registration/ratings', lazy: () => import('./ratings/RatingsPage.js') },
  { path: 'registration/ratings/rows', lazy: () => import('./ratings/RatingRowsPage.js') },
  { path: 'registration/replays', lazy: () => import('./replays/ReplaysPage.js') },
  { path: 'registration/replays/:id', lazy: () => import('./replays/ReplayPage.js') },
  { path: 'registration/templates', lazy: () => import('./templates/TemplatesPage.js') },
  { path: 'registration/offices', lazy: () => import('./offices/OfficesPage.js') },
  { path: 'registration/offices/:id', lazy: () => import('./offices/OfficePage.js') },
  { path: 'registration/:id', lazy: () => import('./review/QueuePage.js') },
];
