import { DOMAIN_NAMES, type DomainName } from '@jihui/events';
import type { Domain } from '@jihui/platform';

/** The only file that knows every domain; each is loaded when it is served. */
const DOMAINS: { readonly [name in DomainName]: () => Promise<Domain> } = {
  identity: async () => (await import('@jihui/identity')).identityDomain,
  law: async () => (await import('@jihui/law')).lawDomain,
  listings: async () => (await import('@jihui/listings')).listingsDomain,
  matching: async () => (await import('@jihui/matching')).matchingDomain,
  deals: async () => (await import('@jihui/deals')).dealsDomain,
  contracts: async () => (await import('@jihui/contracts')).contractsDomain,
  discovery: async () => (await import('@jihui/discovery')).discoveryDomain,
  challenges: async () => (await import('@jihui/challenges')).challengesDomain,
  notifications: async () => (await import('@jihui/notifications')).notificationsDomain,
};

/**
 * Loads the named domains in the order in which they migrate; all of them for null. Identity is among them, since it
 * tells who sends a request, unless a gateway does.
 * @throws Error naming a domain that does not exist.
 */
export async function loadDomains(
  names: readonly string[] | null,
  { behindGateway = false }: { readonly behindGateway?: boolean } = {},
): Promise<Domain[]> {
  const unknown = (names ?? []).filter((name) => !(DOMAIN_NAMES as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new Error(`DOMAINS 中没有 ${unknown.join('、')}；可选：${DOMAIN_NAMES.join('、')}`);
  const always = (name: DomainName): boolean => name === 'identity' && !behindGateway;
  const wanted = DOMAIN_NAMES.filter((name) => names === null || always(name) || names.includes(name));
  // One after the other: Jest's loader of ES modules fails when two graphs that share modules load at once.
  const loaded: Domain[] = [];
  for (const name of wanted) loaded.push(await DOMAINS[name]());
  return loaded;
}
