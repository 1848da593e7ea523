import { useMemo } from 'react';
import type { ContractTextQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { linesOf, marksOf, type Mark, type Run } from './marks.js';
import type { Reading } from './proposals.js';
import css from './Text.module.css';
import { textWords } from './textWords.js';

export type Text = ContractTextQuery['contractText'];

export const clauseAnchor = (position: number): string => `clause-${position}`;
/** Where a page of the text begins. */
export const pageAnchor = (number: number): string => `page-${number}`;

/** The text page by page, with what was found in it marked. */
export function TextPages({ text, reading }: { text: Text; reading: Reading | null }) {
  const t = useWords(textWords);
  const marks = useMemo(() => (reading ? marksOf(reading) : []), [reading]);
  return (
    <div className={css['pages']}>
      {marks.length > 0 && <Legend />}
      {text.pages.length === 0 && <p className="quiet">{t.noText}</p>}
      {text.pages.map((page, index) => (
        <PageText key={index} text={text} page={page} number={index + 1} marks={marks} />
      ))}
    </div>
  );
}

function Legend() {
  const t = useWords(textWords);
  return (
    <p className={css['legend']}>
      <mark className={css['mark']} data-kind="PROPOSAL">
        {t.legendProposal}
      </mark>
      <mark className={css['mark']} data-kind="CLASS">
        {t.legendClass}
      </mark>
    </p>
  );
}

function PageText(props: { text: Text; page: string; number: number; marks: readonly Mark[] }) {
  const { text, page, number } = props;
  const t = useWords(textWords);
  const lines = useMemo(
    () =>
      linesOf(
        page,
        props.marks.filter((mark) => mark.page === number),
      ),
    [page, number, props.marks],
  );
  const heads = new Map(
    text.clauses
      .filter((clause) => clause.page === number && clause.label !== '')
      .map((clause) => [clause.start, clause]),
  );
  const name = text.pages.length > 1 ? t.page(number) : t.whole;
  return (
    <section className={css['page']} id={pageAnchor(number)} aria-label={name}>
      <p className={css['pageName']}>{name}</p>
      {page.trim() === '' ? (
        <p className="quiet">{t.emptyPage}</p>
      ) : (
        lines.map((line) => {
          const head = heads.get(line.start);
          return (
            <p
              key={line.start}
              id={head && clauseAnchor(head.position)}
              className={head && head.level <= 1 && head.title !== '' ? css['clauseHead'] : css['line']}
            >
              {line.runs.map((run, index) => (
                <RunText key={index} run={run} />
              ))}
            </p>
          );
        })
      )}
    </section>
  );
}

function RunText({ run }: { run: Run }) {
  if (run.marks.length === 0) return run.text;
  const kind = run.marks.some((mark) => mark.kind === 'PROPOSAL') ? 'PROPOSAL' : 'CLASS';
  const [first, ...more] = run.anchors;
  return (
    <>
      {more.map((anchor) => (
        <span key={anchor} id={anchor} />
      ))}
      <mark id={first} className={css['mark']} data-kind={kind}>
        {run.text}
      </mark>
    </>
  );
}
