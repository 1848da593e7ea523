import { useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useToday } from '../api/city.js';
import { useCommand } from '../api/command.js';
import { useAddress } from '../design/address.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { DateInput } from '../design/DateInput.js';
import { Section } from '../design/DetailPage.js';
import { Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Rows } from '../design/Rows.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import { Timeline } from '../design/Timeline.js';
import { Day } from '../design/Values.js';
import type { HolidayYearFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { HolidayYearDocument, SaveHolidaysDocument } from './documents.js';
import { useLawParts } from './parts.js';
import { lawActs, lawWords } from './words.js';

type Year = HolidayYearFieldsFragment;
type Holiday = Year['days'][number];

interface DayForm {
  readonly day: string | null;
  readonly works: boolean;
  readonly name: string;
  readonly source: string | null;
}
const BLANK: DayForm = { day: null, works: false, name: '', source: null };
/** Years that can be chosen around the present one. */
const BEFORE = 2;
const AFTER = 3;

/** The year's days that have not come yet, as one form; those that have passed go along unchanged. */
function EditDays({ year, today, onClose }: { year: Year; today: string; onClose: () => void }) {
  const t = useWords(lawWords);
  const save = useCommand(SaveHolidaysDocument);
  const passed = year.days.filter(({ day }) => day <= today);
  const [days, setDays] = useKept<readonly DayForm[]>(
    `days/${year.year}`,
    'days',
    year.days.filter(({ day }) => day > today),
  );
  const [source, setSource] = useKept(`days/${year.year}`, 'source', '');
  const first = `${year.year}-01-01`;
  return (
    <FormDialog
      kept={`days/${year.year}`}
      title={t.editDays}
      submitLabel={t.saveDays}
      done={t.saved}
      onClose={onClose}
      disabled={days.some(({ day }) => day === null)}
      onSubmit={() =>
        save.run({
          year: year.year,
          expectedVersion: year.version,
          source,
          days: [...passed, ...days].map(({ day, works, name, source: own }) => ({
            day: day ?? '',
            works,
            name,
            source: own,
          })),
        })
      }
    >
      <Field label={t.source} path="source" hint={t.sourceHint} required>
        <TextArea value={source} max={300} rows={2} onChange={setSource} />
      </Field>
      <Rows
        rows={days}
        blank={() => BLANK}
        max={120}
        addLabel={t.addDay}
        removeLabel={t.removeDay}
        onChange={setDays}
        render={(row, change, index) => {
          const path = `days.${passed.length + index}`;
          return (
            <>
              <Field label={t.day} path={`${path}.day`} required>
                <DateInput
                  value={row.day}
                  min={first > today ? first : today}
                  max={`${year.year}-12-31`}
                  onChange={(day) => change({ day })}
                />
              </Field>
              <Field label={t.kind} path={`${path}.works`} required>
                <SelectInput
                  value={row.works ? 'works' : 'rest'}
                  choices={[
                    { value: 'rest', label: t.rest },
                    { value: 'works', label: t.works },
                  ]}
                  onChange={(value) => change({ works: value === 'works' })}
                />
              </Field>
              <Field label={t.holidayName} path={`${path}.name`} required>
                <TextInput value={row.name} onChange={(name) => change({ name })} />
              </Field>
            </>
          );
        }}
      />
    </FormDialog>
  );
}

function Days({ days, caption, none }: { days: readonly Holiday[]; caption: string; none: string }) {
  const t = useWords(lawWords);
  if (days.length === 0) return <p className="quiet">{none}</p>;
  return (
    <DataTable
      caption={caption}
      rows={days}
      keyOf={({ day }) => day}
      columns={[
        { key: 'day', title: t.day, width: '140px', render: ({ day }) => <Day on={day} /> },
        {
          key: 'kind',
          title: t.kind,
          width: '140px',
          render: ({ works }) => (
            <StatusTag tone={works ? 'attention' : 'good'}>{works ? t.works : t.rest}</StatusTag>
          ),
        },
        { key: 'name', title: t.holidayName, width: '180px', render: ({ name }) => name },
        {
          key: 'source',
          title: t.source,
          render: ({ source }) => <span className="quiet">{source}</span>,
        },
      ]}
    />
  );
}

function View({ year, today }: { year: Year; today: string }) {
  const t = useWords(lawWords);
  const acts = useWords(lawActs);
  const [editing, setEditing] = useState(false);
  return (
    <div className="stack">
      {year.version === 0 && (
        <Notice tone="amber" icon="warn">
          {t.notEntered}
        </Notice>
      )}
      <Section title={t.comingDays} id="coming">
        <Days days={year.days.filter(({ day }) => day > today)} caption={t.comingDays} none={t.noComing} />
        {findAction(year.availableActions, 'save') && (
          <div>
            <Button tone="primary" icon="edit" onClick={() => setEditing(true)}>
              {t.editDays}
            </Button>
          </div>
        )}
      </Section>
      <Section title={t.passed} id="passed">
        <Days days={year.days.filter(({ day }) => day <= today)} caption={t.passed} none={t.noPassed} />
      </Section>
      <Section title={t.history} id="history">
        <Timeline entries={year.timeline} nameOf={(action) => acts[action] ?? action} />
      </Section>
      {editing && <EditDays year={year} today={today} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** 节假日: a year at a time, by which every limit in working days counts. */
export function Component() {
  const t = useWords(lawWords);
  const parts = useLawParts();
  const today = useToday();
  const [params, change] = useAddress();
  const present = Number(today.slice(0, 4));
  const year = Number(params.get('year')) || present;
  const [result, ask] = useQuery({
    query: HolidayYearDocument,
    variables: { year },
    requestPolicy: 'cache-and-network',
  });
  const years = Array.from({ length: BEFORE + AFTER + 1 }, (_, index) => present - BEFORE + index);
  return (
    <div className="wrap">
      <Heading title={t.holidays} intro={t.holidaysIntro} />
      <SubNav items={parts} label={t.parts} />
      <div className="stack" style={{ paddingTop: 20 }}>
        <div style={{ maxWidth: 200 }}>
          <Field label={t.year}>
            <SelectInput
              value={String(year)}
              choices={years.map((each) => ({ value: String(each), label: String(each) }))}
              onChange={(value) => change((next) => next.set('year', value))}
            />
          </Field>
        </div>
        <Loaded
          result={result}
          value={result.data?.holidayYear}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        >
          {(found) => <View key={found.year} year={found} today={today} />}
        </Loaded>
      </div>
    </div>
  );
}
