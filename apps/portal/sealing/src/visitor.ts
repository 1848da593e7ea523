import { Refused } from './api.js';
import { h, show, t } from './dom.js';

export interface Organisation {
  readonly id: string;
  readonly name: string;
}

export interface Viewer {
  readonly memberships: readonly {
    readonly state: string;
    readonly roles: readonly string[];
    readonly organisation: (Organisation & { readonly kind: string }) | null;
  }[];
}

/** What is asked of the viewer to know whom they act for. */
export const VIEWER = 'viewer { memberships { state roles organisation { id name kind } } }';

/** Kinds of organisations that may take part in a bid, as libs/challenges has them. */
export const BIDDERS = ['UNIVERSITY', 'INSTITUTE', 'ENTERPRISE', 'OTHER'];

/** Organisations for which this person may bid, or confirm. */
export const actingFor = ({ memberships }: Viewer): readonly Organisation[] =>
  memberships.flatMap(({ state, roles, organisation }) =>
    organisation !== null &&
    state === 'ACTIVE' &&
    BIDDERS.includes(organisation.kind) &&
    (roles.includes('TRANSFER_OFFICER') || roles.includes('ORG_ADMIN'))
      ? [organisation]
      : [],
  );

export const mainPart = (): HTMLElement => document.querySelector('main') as HTMLElement;

/** What follows a # in the address stays in the browser: the page that one comes back to does not know it. */
export function signIn(): void {
  const next = encodeURIComponent(`${location.pathname}${location.search}`);
  show(
    mainPart(),
    h('p', {}, t('请先登录。', 'Sign in first.')),
    h('a', { class: 'button primary', href: `/sign-in?next=${next}` }, t('登录', 'Sign in')),
  );
}

export const failed = (error: unknown): void =>
  error instanceof Refused && error.code === 'UNAUTHENTICATED'
    ? signIn()
    : show(
        mainPart(),
        h('p', { class: 'status wrong' }, (error as Error).message),
        h('button', { type: 'button', onclick: () => location.reload() }, t('重试', 'Try again')),
      );
