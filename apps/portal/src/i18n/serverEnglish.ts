import { english as account } from '../account/english.js';
import { english as callBans } from '../callBans/english.js';
import { english as admin } from '../admin/english.js';
import { english as callProjects } from '../callProjects/english.js';
import { english as challenges } from '../challenges/english.js';
import { english as conditions } from '../contracts/checks/conditions.js';
import { english as checks } from '../contracts/checks/english.js';
import { english as contracts } from '../contracts/english.js';
import { english as proceedings } from '../contracts/proceedings/english.js';
import { english as deals } from '../deals/english.js';
import { english as inbox } from '../inbox/english.js';
import { english as law } from '../law/english.js';
import { english as listings } from '../listings/english.js';
import { english as matches } from '../matches/english.js';
import { english as patents } from '../patents/english.js';
import { english as projects } from '../projects/english.js';
import { english as register } from '../register/english.js';
import { english as reviewers } from '../reviewers/english.js';
import { english as reviews } from '../reviews/english.js';
import { english as rewards } from '../rewards/english.js';
import { english as general } from './english.js';
import { notes } from './notes.js';
import { readingBy, type English } from './reading.js';

/** Each area's English for the server's sentences. Loaded for English pages alone. */
export const PARTS: Readonly<Record<string, English>> = {
  general,
  account,
  admin,
  law,
  listings,
  matches,
  deals,
  patents,
  projects,
  register,
  contracts,
  checks,
  conditions,
  proceedings,
  rewards,
  challenges,
  reviewers,
  reviews,
  callProjects,
  callBans,
};

/** What the platform noted itself, in histories and as evidence. */
export const noted = readingBy(notes);

/** Messages of the inbox. */
export const messages = readingBy({ ...patents, ...inbox });

export const sentences = readingBy(Object.assign({}, ...Object.values(PARTS)) as English);
