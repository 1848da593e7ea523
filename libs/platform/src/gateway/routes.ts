import { DOMAIN_NAMES, type DomainName } from '@jihui/events';

/** Routes besides the graph and `/files/<domain>`, and whose they are; test/architecture holds them against all that is served. */
export const ROUTES: Readonly<Record<string, DomainName>> = {
  '/events': 'notifications',
  '/open-data/ocds': 'challenges',
  '/.well-known/jihui-certificate-keys.json': 'contracts',
  '/.well-known/jihui-certificate-status.json': 'contracts',
};

/** Whose route a path is; undefined for one that is the gateway's own, or nobody's. */
export function ownerOf(path: string): DomainName | undefined {
  const [, files] = /^\/files\/([a-z]+)(?:\/|$)/.exec(path) ?? [];
  if (files !== undefined) return DOMAIN_NAMES.find((name) => name === files);
  return Object.entries(ROUTES).find(([route]) => path === route || path.startsWith(`${route}/`))?.[1];
}
