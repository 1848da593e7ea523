import { useId, useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { failureOf } from '../api/failure.js';
import { useTitle } from '../api/title.js';
import { common } from '../i18n/common.js';
import { useWords, words } from '../i18n/index.js';
import { Button } from './Button.js';
import { classes } from './classes.js';
import { Dialog } from './Dialog.js';
import { SelectInput, type Choice } from './Field.js';
import { Icon } from './Icon.js';
import css from './ListPage.module.css';
import type { ListState } from './listState.js';
import { SearchBox } from './SearchBox.js';
import { Empty, FailureState, Skeleton } from './States.js';

const listWords = words(
  {
    sort: '排序',
    nothing: '没有符合条件的内容',
    relax: '可以换一个说法，或清除部分筛选条件。',
    showAll: (count: number) => `展开全部 ${count} 项`,
    showFewer: '收起',
    removeFilter: (label: string) => `去掉筛选：${label}`,
    show: (count: number) => `查看 ${count.toLocaleString('en-US')} 项`,
    /** While it is not known how many. */
    showThem: '查看',
  },
  {
    sort: 'Sort',
    nothing: 'Nothing matches',
    relax: 'Try other words, or clear some of the filters.',
    showAll: (count: number) => `Show all ${count}`,
    showFewer: 'Show fewer',
    removeFilter: (label: string) => `Remove filter: ${label}`,
    show: (count: number) => `Show ${count.toLocaleString('en-US')}`,
    showThem: 'Show',
  },
);

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}
export interface Facet {
  /** The name in the URL. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly FacetOption[];
  /** One option at most holds. */
  readonly single?: boolean;
  /** Of a single one: what holds while nothing is chosen, where that is not all. */
  readonly fallback?: string;
}

export interface Page<N> {
  readonly edges: readonly { readonly node: N; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
  };
  readonly totalCount: number;
}

export interface ListPageProps<N> {
  readonly title: string;
  readonly intro?: ReactNode;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly state: ListState;
  readonly facets?: readonly Facet[];
  readonly sorts?: readonly Choice[];
  readonly searchPlaceholder?: string;
  readonly result: { readonly fetching: boolean; readonly stale: boolean; readonly error?: CombinedError };
  readonly connection: Page<N> | undefined;
  readonly onRetry: () => void;
  /** Cards, unless all rows are drawn at once. */
  readonly renderItem?: (node: N) => ReactNode;
  /** In place of cards: draws all rows, e.g. a table. */
  readonly renderItems?: (nodes: readonly N[]) => ReactNode;
  readonly keyOf: (node: N) => string;
  /** Shown when there is nothing at all, without any filter: the next step to take. */
  readonly empty: ReactNode;
  /** The parts of the area, below the heading. */
  readonly tabs?: ReactNode;
  /** Between the controls and the list. */
  readonly notice?: ReactNode;
  /** Inside another page: no wrap, no heading; its buttons stand beside the list's controls. */
  readonly embedded?: boolean;
}

/** The portal's one list: facets at the left (a drawer when narrow), search, sort, paging, all kept in the URL. */
export function ListPage<N>(props: ListPageProps<N>) {
  const { state, facets = [], connection, result } = props;
  const c = useWords(common);
  const t = useWords(listWords);
  const [drawer, setDrawer] = useState(false);
  const shownFacets = facets.filter(
    (facet) => facet.options.length > 0 || state.values(facet.name).length > 0,
  );
  return (
    <div className={props.embedded ? undefined : 'wrap'}>
      {!props.embedded && <Heading title={props.title} intro={props.intro} actions={props.actions} />}
      {props.tabs && <div className={css['tabs']}>{props.tabs}</div>}
      <div className={classes(css['grid'], facets.length === 0 && css['single'])}>
        {facets.length > 0 && (
          <aside className={css['sidebar']} aria-label={c.filter}>
            <Facets facets={shownFacets} state={state} />
          </aside>
        )}
        <div>
          <div
            className={classes(
              (props.searchPlaceholder !== undefined || facets.length > 0 || props.sorts) && css['controls'],
            )}
          >
            {props.searchPlaceholder !== undefined && (
              <SearchBox state={state} label={props.searchPlaceholder} />
            )}
            {facets.length > 0 && (
              <span className={css['narrow']}>
                <Button icon="filter" onClick={() => setDrawer(true)}>
                  {c.filter}
                </Button>
              </span>
            )}
            {props.sorts && <Sort state={state} sorts={props.sorts} />}
            {props.embedded && props.actions}
          </div>
          <Chips facets={facets} state={state} />
          {props.notice && <div className={css['notice']}>{props.notice}</div>}
          {result.error && !connection ? (
            <FailureState failure={failureOf(result.error)} onRetry={props.onRetry} />
          ) : !connection ? (
            <Skeleton />
          ) : connection.edges.length === 0 ? (
            state.narrowed ? (
              <Empty title={t.nothing} action={<Button onClick={state.clear}>{c.clearAll}</Button>}>
                {t.relax}
              </Empty>
            ) : (
              props.empty
            )
          ) : (
            <>
              <p className={classes(css['count2'], 'num')} role="status">
                {c.total(connection.totalCount)}
              </p>
              <Items {...props} connection={connection} />
              <Pager connection={connection} state={state} />
            </>
          )}
        </div>
      </div>
      <Dialog
        open={drawer}
        onClose={() => setDrawer(false)}
        title={c.filter}
        side="left"
        footer={
          <>
            {state.anyFacet && <Button onClick={state.clearFacets}>{c.clear}</Button>}
            <Button tone="primary" onClick={() => setDrawer(false)}>
              {connection ? t.show(connection.totalCount) : t.showThem}
            </Button>
          </>
        }
      >
        <Facets facets={shownFacets} state={state} />
      </Dialog>
    </div>
  );
}

/** A page's heading with its introduction and buttons. */
export function Heading({
  title,
  intro,
  actions,
}: {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
}) {
  useTitle(title);
  return (
    <div className={css['head']}>
      <div>
        <h1>{title}</h1>
        {intro && <p>{intro}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}

function Items<N>({
  connection,
  renderItem,
  renderItems,
  keyOf,
  result,
}: ListPageProps<N> & { connection: Page<N> }) {
  const busy = result.fetching || result.stale;
  const nodes = connection.edges.map((edge) => edge.node);
  if (renderItems) return <div className={busy ? css['stale'] : undefined}>{renderItems(nodes)}</div>;
  return (
    <ul className={classes(css['items'], busy && css['stale'])} aria-busy={busy || undefined}>
      {nodes.map((node) => (
        <li key={keyOf(node)}>{renderItem?.(node)}</li>
      ))}
    </ul>
  );
}

function Sort({ state, sorts }: { state: ListState; sorts: readonly Choice[] }) {
  const t = useWords(listWords);
  const id = useId();
  return (
    <span className={css['sortBox']}>
      <label htmlFor={id}>{t.sort}</label>
      <SelectInput
        id={id}
        className={css['sort']}
        value={state.sort}
        onChange={state.sortBy}
        choices={sorts}
      />
    </span>
  );
}

const SHOWN_OPTIONS = 8;

function Facets({ facets, state }: { facets: readonly Facet[]; state: ListState }) {
  return (
    <div className={css['facets']}>
      {facets.map((facet) => (
        <FacetBox key={facet.name} facet={facet} state={state} />
      ))}
    </div>
  );
}

function FacetBox({ facet, state }: { facet: Facet; state: ListState }) {
  const t = useWords(listWords);
  const c = useWords(common);
  const group = useId();
  const [all, setAll] = useState(false);
  const chosen = state.values(facet.name);
  const options = all
    ? facet.options
    : facet.options.filter((option, index) => index < SHOWN_OPTIONS || chosen.includes(option.value));
  return (
    <details open>
      <summary>
        {facet.label}
        <Icon name="down" size={14} />
      </summary>
      {facet.single && facet.fallback === undefined && (
        <label className={css['option']}>
          <input
            type="radio"
            name={group}
            checked={chosen.length === 0}
            onChange={() => state.setFacet(facet.name, [])}
          />
          <span>{c.all}</span>
        </label>
      )}
      {options.map((option) => (
        <label key={option.value} className={css['option']}>
          <input
            type={facet.single ? 'radio' : 'checkbox'}
            name={facet.single ? group : undefined}
            checked={
              chosen.includes(option.value) || (chosen.length === 0 && option.value === facet.fallback)
            }
            onChange={(event) =>
              facet.single
                ? state.setFacet(facet.name, [option.value])
                : state.toggle(facet.name, option.value, event.target.checked)
            }
          />
          <span>{option.label}</span>
          {option.count !== undefined && (
            <span className={classes(css['count'], 'num')}>{option.count.toLocaleString('en-US')}</span>
          )}
        </label>
      ))}
      {facet.options.length > SHOWN_OPTIONS && (
        <button type="button" className={css['fewer']} onClick={() => setAll(!all)}>
          {all ? t.showFewer : t.showAll(facet.options.length)}
        </button>
      )}
    </details>
  );
}

function Chips({ facets, state }: { facets: readonly Facet[]; state: ListState }) {
  const c = useWords(common);
  const t = useWords(listWords);
  const chips = facets.flatMap((facet) =>
    state.values(facet.name).map((value) => ({
      facet: facet.name,
      value,
      label: facet.options.find((option) => option.value === value)?.label ?? value,
    })),
  );
  if (chips.length === 0) return null;
  return (
    <div className={css['chips']}>
      {chips.map((chip) => (
        <button
          key={`${chip.facet}:${chip.value}`}
          type="button"
          className={css['chip']}
          aria-label={t.removeFilter(chip.label)}
          onClick={() => state.toggle(chip.facet, chip.value, false)}
        >
          {chip.label}
          <Icon name="close" size={12} />
        </button>
      ))}
      <Button tone="quiet" size="small" onClick={state.clearFacets}>
        {c.clearAll}
      </Button>
    </div>
  );
}

/** Back and forth through a connection. */
export function Pager({
  connection,
  state,
}: {
  connection: Pick<Page<unknown>, 'pageInfo'>;
  state: ListState;
}) {
  const c = useWords(common);
  const { hasNextPage, endCursor, startCursor } = connection.pageInfo;
  const hasPrevious = state.page > 1;
  if (!hasNextPage && !hasPrevious) return null;
  return (
    <nav className={css['pager']} aria-label={c.page(state.page)}>
      <Button icon="left" disabled={!hasPrevious} onClick={() => state.previous(startCursor ?? '')}>
        {c.previous}
      </Button>
      <span className="num">{c.page(state.page)}</span>
      <Button disabled={!hasNextPage || !endCursor} onClick={() => endCursor && state.next(endCursor)}>
        {c.next}
        <Icon name="right" size={16} />
      </Button>
    </nav>
  );
}
