import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import '../../api/actions.js';
import type { DealTodosQuery } from '../../gql/graphql.js';
import type { Todo, TodoSource } from './todo.js';

const DealTodosDocument = graphql(`
  query DealTodos {
    deals(filter: { open: true }, first: 50) {
      edges {
        cursor
        node {
          id
          code
          title
          state
          myRole
          seller {
            name
          }
          buyer {
            name
          }
          stages {
            leftAt
            enteredAt
            owner
            dueOn
          }
          disclosure {
            state
            openObjectionCount
          }
          contract {
            id
          }
          availableActions {
            action
            enabled
          }
        }
      }
    }
  }
`);

type Deal = DealTodosQuery['deals']['edges'][number]['node'];

/** The acts that move a deal on, in the order in which they would be asked for. */
const MOVES = [
  'confirmDeal',
  'acceptPrice',
  'confirmSignature',
  'completeDisclosure',
  'startDisclosure',
  'proceedToSigning',
  'recordSignature',
  'proposePrice',
] as const;

function actOf(deal: Deal): Todo['act'] | null {
  if (deal.myRole === 'INVITED_BROKER') return 'brokerage';
  if (deal.myRole !== 'SELLER' && deal.myRole !== 'BUYER') return null;
  const owner = deal.stages.find((stage) => !stage.leftAt)?.owner;
  if (owner !== deal.myRole && owner !== 'BOTH') return null;
  if (deal.state === 'SIGNED') return deal.myRole === 'SELLER' && !deal.contract ? 'apply' : null;
  if (deal.myRole === 'SELLER' && (deal.disclosure?.openObjectionCount ?? 0) > 0) return 'decideObjection';
  const enabled = new Set(
    deal.availableActions.filter((entry) => entry.enabled).map((entry) => entry.action),
  );
  return MOVES.find((move) => enabled.has(move)) ?? null;
}

/** Deals in which it is my side's turn. */
export function useDealTodos(pause: boolean): TodoSource {
  const [result] = useQuery({ query: DealTodosDocument, pause, requestPolicy: 'cache-and-network' });
  const todos = (result.data?.deals.edges ?? []).flatMap(({ node }): Todo[] => {
    const act = actOf(node);
    if (!act) return [];
    const present = node.stages.find((stage) => !stage.leftAt);
    return [
      {
        key: `deal:${node.id}`,
        kind: 'deal',
        act,
        title: node.title,
        about: `${node.seller.name} → ${node.buyer.name}`,
        to:
          act === 'apply'
            ? `/contracts/new?deal=${node.id}`
            : act === 'brokerage'
              ? `/deals/${node.id}/brokers`
              : `/deals/${node.id}`,
        dueOn: present?.dueOn ?? null,
        since: present?.enteredAt ?? null,
      },
    ];
  });
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}
