import type { RouteObject } from 'react-router';
import { accountRoutes, publicAccountRoutes } from '../account/routes.js';
import { adminRoutes } from '../admin/routes.js';
import { annualReportRoutes } from '../annualReport/routes.js';
import { agencyRoutes, publicAgencyRoutes } from '../agencies/routes.js';
import { brokerRoutes, publicBrokerRoutes } from '../brokers/routes.js';
import { callRoutes, publicCallRoutes } from '../calls/routes.js';
import { calculatorRoutes, publicCalculatorRoutes } from '../calculators/routes.js';
import { contractRoutes } from '../contracts/routes.js';
import { dealRoutes } from '../deals/routes.js';
import { exchangeRoutes } from '../exchange/routes.js';
import { expertReviewRoutes, publicExpertReviewRoutes } from '../expertReviews/routes.js';
import { expertRoutes, publicExpertRoutes } from '../experts/routes.js';
import { inboxRoutes } from '../inbox/routes.js';
import { importRoutes } from '../imports/routes.js';
import { lawRoutes } from '../law/routes.js';
import { listingRoutes, publicListingRoutes } from '../listings/routes.js';
import { misconductRoutes, publicMisconductRoutes } from '../misconduct/routes.js';
import { patentRoutes, publicPatentRoutes } from '../patents/routes.js';
import { publicProjectRoutes } from '../projects/routes.js';
import { publicSearchRoutes } from '../search/routes.js';
import { searchRoutes } from '../searches/routes.js';
import { recommendationRoutes } from '../recommendations/routes.js';
import { publicCallBatchRoutes } from '../callBatches/routes.js';
import { callBanRoutes } from '../callBans/routes.js';
import { publicCallProjectRoutes } from '../callProjects/routes.js';
import { reviewRoutes } from '../reviews/routes.js';
import { reviewerRoutes } from '../reviewers/routes.js';
import { rewardRoutes } from '../rewards/routes.js';
import { workspaceRoutes } from '../workspace/routes.js';

/**
 * Every page of the portal, by who may come. Only addresses and lazy imports stand here and in the areas' routes.ts, so
 * that the budget (scripts/budget.mjs) and the walk with axe (test/browser) read the same list as the router.
 */
export const publicRoutes: RouteObject[] = [
  { index: true, handle: { flush: true }, lazy: () => import('../home/HomePage.js') },
  { path: 'disclosures', lazy: () => import('../disclosures/DisclosuresPage.js') },
  { path: 'disclosures/:id', lazy: () => import('../disclosures/DisclosurePage.js') },
  { path: 'data', lazy: () => import('../data/DataPage.js') },
  { path: 'market-health', lazy: () => import('../deals/workbench/HealthPage.js') },
  { path: 'verify', lazy: () => import('../verify/VerifyPage.js') },
  ...publicCalculatorRoutes,
  ...publicListingRoutes,
  ...publicPatentRoutes,
  ...publicExpertRoutes,
  ...publicProjectRoutes,
  ...publicBrokerRoutes,
  ...publicAgencyRoutes,
  ...publicCallRoutes,
  ...publicCallProjectRoutes,
  ...publicMisconductRoutes,
  ...publicSearchRoutes,
  ...publicCallBatchRoutes,
  ...publicAccountRoutes,
  ...publicExpertReviewRoutes,
];

export const signedInRoutes: RouteObject[] = [
  ...workspaceRoutes,
  ...listingRoutes,
  ...patentRoutes,
  ...expertRoutes,
  ...brokerRoutes,
  ...agencyRoutes,
  ...callRoutes,
  ...callBanRoutes,
  ...misconductRoutes,
  ...searchRoutes,
  ...recommendationRoutes,
  ...importRoutes,
  ...dealRoutes,
  ...contractRoutes,
  ...expertReviewRoutes,
  ...reviewRoutes,
  ...reviewerRoutes,
  ...rewardRoutes,
  ...annualReportRoutes,
  ...exchangeRoutes,
  ...calculatorRoutes,
  ...inboxRoutes,
  ...adminRoutes,
  ...lawRoutes,
  ...accountRoutes,
];
