import type { GraphQLSchema } from 'graphql';

export interface Served {
  readonly schema: GraphQLSchema;
  readonly services: ReadonlyMap<string, readonly string[]> | null;
}
export function servedBy(sdl: string): Served;
export function servedAt(url: string): Promise<Served>;
export function breaksBetween(before: Served, after: Served): string[];
export function dangersBetween(before: Served, after: Served): string[];
export function bones(sdl: string): string;
