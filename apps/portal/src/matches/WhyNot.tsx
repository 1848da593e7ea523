import { useState } from 'react';
import { useQuery } from 'urql';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { Field, RadioButtons, TextInput } from '../design/Field.js';
import { FailureState, Notice, Skeleton } from '../design/States.js';
import { useRested } from '../design/useRested.js';
import { useLanguage, useWords } from '../i18n/index.js';
import './ExpertMatches.js';
import './Matches.js';
import css from './Matches.module.css';
import { MatchScore, MatchWhy, type Scored } from './MatchWhy.js';
import './PatentMatches.js';
import { choicesOfNamed, useListingsNamed } from './useListingsNamed.js';
import { exclusionWords, matchWords } from './words.js';

const WhyResultDocument = graphql(`
  query WhyResult($needId: ID!, $resultId: ID!) {
    match(needId: $needId, resultId: $resultId) {
      ...MatchFields
      exclusions {
        code
        message
      }
    }
  }
`);
const WhyExpertDocument = graphql(`
  query WhyExpert($needId: ID!, $expertId: ID!) {
    expertMatch(needId: $needId, expertId: $expertId) {
      ...ExpertMatchFields
      exclusions {
        code
        message
      }
    }
  }
`);
const WhyPatentDocument = graphql(`
  query WhyPatent($needId: ID!, $patentId: ID!) {
    patentMatch(needId: $needId, patentId: $patentId) {
      ...PatentMatchFields
      exclusions {
        code
        message
      }
    }
  }
`);
const NamedPatentsDocument = graphql(`
  query NamedPatents($filter: PatentFilter) {
    patents(filter: $filter, first: 6) {
      edges {
        cursor
        node {
          id
          title
          displayNumber
        }
      }
    }
  }
`);
const NamedExpertsDocument = graphql(`
  query NamedExperts($filter: ExpertFilter) {
    experts(filter: $filter, first: 6) {
      edges {
        cursor
        node {
          id
          name
          unitName
        }
      }
    }
  }
`);

/** What a counterpart may be. */
export type Counterpart = 'result' | 'need' | 'expert' | 'patent';

/**
 * 为什么没有推荐: somebody misses a counterpart in the list, names it, and reads how the pair was scored and which hard
 * filter keeps it apart.
 */
export function WhyNot({ id, kinds }: { id: string; kinds: readonly [Counterpart, ...Counterpart[]] }) {
  const t = useWords(matchWords);
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState(kinds[0]);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  return (
    <details className={css['details']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.whyMissing}</summary>
      {open && (
        <div className="stack">
          <p className="quiet">{t.whyMissingText}</p>
          {kinds.length > 1 && (
            <RadioButtons
              value={kind}
              onChange={(next) => {
                setKind(next as Counterpart);
                setChosen('');
              }}
              choices={kinds.map((value) => ({ value, label: t.counterpart[value] }))}
            />
          )}
          <Field label={t.findCounterpart[kind]}>
            <TextInput type="search" value={typed} placeholder={t.findHint} onChange={setTyped} />
          </Field>
          <Named kind={kind} typed={typed} except={id} chosen={chosen} onChoose={setChosen} />
          {chosen !== '' && <Why kind={kind} id={id} other={chosen} />}
        </div>
      )}
    </details>
  );
}

function Named({
  kind,
  typed,
  except,
  chosen,
  onChoose,
}: {
  kind: Counterpart;
  typed: string;
  except: string;
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const t = useWords(matchWords);
  const text = useRested(typed).trim();
  const asks = (one: Counterpart): boolean => kind === one && text !== '';
  const listings = useListingsNamed(kind, text, 6, text === '');
  const [experts] = useQuery({
    query: NamedExpertsDocument,
    variables: { filter: { text } },
    pause: !asks('expert'),
  });
  const [patents] = useQuery({
    query: NamedPatentsDocument,
    variables: { filter: { text } },
    pause: !asks('patent'),
  });
  if (text === '') return null;
  const asked = { result: listings.asked, need: listings.asked, expert: experts, patent: patents }[kind];
  if (asked.error) return <FailureState failure={failureOf(asked.error)} />;
  const named = experts.data?.experts.edges.map(({ node: { id, name, unitName } }) => ({
    id,
    title: name,
    ownerName: unitName,
  }));
  const numbered = patents.data?.patents.edges.map(({ node: { id, title, displayNumber } }) => ({
    id,
    title,
    ownerName: displayNumber,
  }));
  const found = { result: listings.found, need: listings.found, expert: named, patent: numbered }[kind];
  if (found === undefined) return <Skeleton cards={1} />;
  const choices = found.filter(({ id }) => id !== except);
  if (choices.length === 0) return <p className="quiet">{t.nothingNamed}</p>;
  return <RadioButtons value={chosen} onChange={onChoose} choices={choicesOfNamed(choices)} />;
}

function Why({ kind, id, other }: { kind: Counterpart; id: string; other: string }) {
  const t = useWords(matchWords);
  const [needId, resultId] = kind === 'need' ? [other, id] : [id, other];
  const [result, askResult] = useQuery({
    query: WhyResultDocument,
    variables: { needId, resultId },
    pause: kind === 'expert' || kind === 'patent',
  });
  const [expert, askExpert] = useQuery({
    query: WhyExpertDocument,
    variables: { needId: id, expertId: other },
    pause: kind !== 'expert',
  });
  const [patent, askPatent] = useQuery({
    query: WhyPatentDocument,
    variables: { needId: id, patentId: other },
    pause: kind !== 'patent',
  });
  const asked = { result, need: result, expert, patent }[kind];
  const ask = { result: askResult, need: askResult, expert: askExpert, patent: askPatent }[kind];
  if (asked.error)
    return (
      <FailureState failure={failureOf(asked.error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />
    );
  if (asked.data === undefined) return <Skeleton cards={1} />;
  const pair = {
    result: result.data?.match,
    need: result.data?.match,
    expert: expert.data?.expertMatch,
    patent: patent.data?.patentMatch,
  }[kind];
  return pair ? <Explained pair={pair} /> : <Notice>{t.pairHidden}</Notice>;
}

function Explained({
  pair,
}: {
  pair: Scored & {
    readonly exclusions: readonly {
      readonly code: keyof typeof exclusionWords.en;
      readonly message: string;
    }[];
  };
}) {
  const t = useWords(matchWords);
  const { language } = useLanguage();
  const kept = useWords(exclusionWords);
  return (
    <article className={css['match']} aria-live="polite">
      <MatchScore match={pair} />
      <div className={css['body']}>
        {pair.exclusions.length > 0 ? (
          <>
            <p>{t.excluded}</p>
            <ul className={`${css['reasons']} ${css['cautions']}`}>
              {pair.exclusions.map(({ code, message }) => (
                <li key={code}>{language === 'zh' ? message : kept[code]}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t.notExcluded}</p>
        )}
        <MatchWhy match={pair} />
      </div>
    </article>
  );
}
