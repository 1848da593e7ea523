import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMAIN_NAMES, type DomainName } from '@jihui/events';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Files below a folder of the checkout whose name the pattern accepts, as paths from the checkout's top. */
export const filesBelow = (folder: string, name: RegExp): string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && name.test(entry.name))
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
        .sort()
    : [];

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

let loaded: Promise<unknown> = Promise.resolve();

/**
 * Loads a source file by its path, past the rule that a domain is its index: a test of all domains looks inside. One file
 * after the other: Jest fails now and then where two that share a module are loaded at once.
 */
export function load(file: string): Promise<Record<string, unknown>> {
  const next = loaded.then(async () => (await import(join(ROOT, file))) as Record<string, unknown>);
  loaded = next.catch(() => undefined);
  return next;
}

export const eachDomain = <T>(of: (domain: DomainName) => T[]): T[] => DOMAIN_NAMES.flatMap(of);
