import { DataTable } from '../../design/DataTable.js';
import { Section } from '../../design/DetailPage.js';
import { StatusTag, type StatusTone } from '../../design/StatusTag.js';
import { Day, When } from '../../design/Values.js';
import type { ExpertSeatState } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { useNoted } from '../../i18n/say.js';
import type { Contract } from '../types.js';
import { panelWords } from './panelWords.js';

const tones: Readonly<Record<ExpertSeatState, StatusTone>> = {
  NAMED: 'rest',
  INVITED: 'moving',
  JOINED: 'moving',
  UNDERTAKEN: 'moving',
  HEARD: 'good',
  RECUSED: 'refused',
};

/** How far an expert has come online. */
export function SeatTag({ seat }: { seat: Seat }) {
  const stateOf = useSeatState();
  return <StatusTag tone={tones[seat.state]}>{stateOf(seat)}</StatusTag>;
}

type Seat = Pick<Contract['experts'][number], 'state' | 'email'>;

/** How far a seat has come, in words: one with an address is not heard on paper, only not invited yet. */
export function useSeatState(): (seat: Seat) => string {
  const t = useWords(panelWords);
  return ({ state, email }) => (state === 'NAMED' && email ? t.notInvited : t.states[state]);
}

/** 专家组 as the registry reads it. */
export function Panel({ experts }: { experts: Contract['experts'] }) {
  const noted = useNoted();
  const t = useWords(panelWords);
  return (
    <Section title={t.panel} id="panel">
      <DataTable
        caption={t.panel}
        rows={experts}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t.name,
            render: ({ name, title }) => (title === '' ? name : `${name}（${title}）`),
          },
          { key: 'unit', title: t.unit, render: ({ unit }) => unit },
          {
            key: 'state',
            title: t.progress,
            render: (seat) => (
              <>
                <SeatTag seat={seat} />
                {seat.recusal && <p className="prose">{noted(seat.recusal)}</p>}
                {seat.answerBy && seat.favourable == null && !seat.recusal && (
                  <p className="quiet">
                    {t.answerBy} <Day on={seat.answerBy} />
                  </p>
                )}
              </>
            ),
          },
          {
            key: 'undertakenOn',
            title: t.undertakenOn,
            render: ({ undertakenOn }) => (undertakenOn ? <Day on={undertakenOn} /> : '—'),
          },
          {
            key: 'opinion',
            title: t.opinion,
            render: ({ favourable, opinion, signedAt }) => (
              <>
                <StatusTag
                  tone={
                    favourable === null || favourable === undefined ? 'rest' : favourable ? 'good' : 'refused'
                  }
                >
                  {favourable === null || favourable === undefined
                    ? t.silent
                    : favourable
                      ? t.favourable
                      : t.against}
                </StatusTag>
                {opinion && <p className="prose">{opinion}</p>}
                {signedAt && (
                  <p className="quiet">
                    {t.signedAt} <When at={signedAt} />
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
