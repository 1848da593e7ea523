import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useQuery } from 'urql';
import type { Permission, Role, ViewerQuery } from '../gql/graphql.js';
import { keepFor } from '../design/kept.js';
import { graphql } from './graphql.js';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      person {
        id
        displayName
        email
      }
      memberships {
        id
        state
        roles
        organisation {
          id
          name
          kind
          status
          divisionCode
        }
      }
      permissions
      secondFactorDue
      scopes {
        divisionCode
        divisionName
        roles
      }
    }
  }
`);

export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type ViewerOrganisation = NonNullable<Viewer['memberships'][number]['organisation']>;

export interface ViewerState {
  /** Null when nobody is signed in. */
  readonly viewer: Viewer | null;
  readonly loading: boolean;
  /** Asks again, after signing in or out or when a membership changed. */
  refresh(): void;
  may(permission: Permission): boolean;
  /** The active organisations in which one holds any of the roles (ORG_ADMIN holds all business roles). */
  organisationsAs(...roles: readonly Role[]): readonly ViewerOrganisation[];
}

const ViewerContext = createContext<ViewerState>({
  viewer: null,
  loading: true,
  refresh: () => undefined,
  may: () => false,
  organisationsAs: () => [],
});

/** Who looks at the portal. Menus go by it; a button on a thing comes from that thing's availableActions. */
export const useViewer = (): ViewerState => useContext(ViewerContext);

export function ViewerProvider({ children }: { children: ReactNode }) {
  const [result, ask] = useQuery({ query: ViewerDocument });
  const viewer = result.data?.viewer ?? null;
  useEffect(() => keepFor(viewer?.person.id ?? null), [viewer?.person.id]);
  const state = useMemo<ViewerState>(
    () => ({
      viewer,
      loading: result.fetching && !result.data,
      refresh: () => ask({ requestPolicy: 'network-only' }),
      may: (permission) => viewer?.permissions.includes(permission) ?? false,
      organisationsAs: (...roles) =>
        (viewer?.memberships ?? [])
          .filter(
            (membership) => membership.state === 'ACTIVE' && membership.organisation?.status === 'ACTIVE',
          )
          .filter((membership) =>
            membership.roles.some((role) => role === 'ORG_ADMIN' || roles.includes(role)),
          )
          .flatMap((membership) => membership.organisation ?? []),
    }),
    [viewer, result.fetching, result.data, ask],
  );
  return <ViewerContext value={state}>{children}</ViewerContext>;
}
