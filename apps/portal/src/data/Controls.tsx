import { choicesOf, useCity, useToday } from '../api/city.js';
import { Button } from '../design/Button.js';
import { Field, SelectInput, TextInput } from '../design/Field.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import css from './Data.module.css';
import { exportAddress, PERIODS, type DataState } from './query.js';
import { dataWords } from './words.js';

/** What the figures are of: period, registry, county and the day that counts; and the same as a file. */
export function Controls({ state }: { state: DataState }) {
  const t = useWords(dataWords);
  const city = useCity();
  const today = useToday();
  const { question } = state;
  const places = choicesOf(city?.divisions);
  return (
    <div className={css['controls']}>
      <Field label={t.period}>
        <SelectInput
          value={state.period}
          choices={PERIODS.map((value) => ({ value, label: t.periods[value] }))}
          onChange={(value) =>
            state.put(
              value === 'own'
                ? { period: value, from: question.fromMonth, to: question.toMonth }
                : { period: value === 'year' ? '' : value, from: '', to: '' },
            )
          }
        />
      </Field>
      {state.period === 'own' && (
        <>
          <Field label={t.from}>
            <TextInput
              type="month"
              value={question.fromMonth}
              max={today.slice(0, 7)}
              onChange={(value) => state.set('from', value)}
            />
          </Field>
          <Field label={t.to}>
            <TextInput
              type="month"
              value={question.toMonth}
              max={today.slice(0, 7)}
              onChange={(value) => state.set('to', value)}
            />
          </Field>
        </>
      )}
      <Field label={t.registry}>
        <SelectInput
          value={question.registryDivision ?? ''}
          placeholder={t.allRegistries}
          choices={places}
          onChange={(value) => state.set('place', value)}
        />
      </Field>
      <Field label={t.county}>
        <SelectInput
          value={question.sellerDivision ?? ''}
          placeholder={t.allCounties}
          choices={places}
          onChange={(value) => state.set('county', value)}
        />
      </Field>
      <Field label={t.axis}>
        <SelectInput
          value={question.axis}
          choices={choicesFrom(t.axes)}
          onChange={(value) => state.set('axis', value === 'SIGNING' ? value : '')}
        />
      </Field>
      <div className={css['files']}>
        <Button icon="download" href={exportAddress('xlsx', question)} download>
          {t.exportXlsx}
        </Button>
        <Button icon="download" href={exportAddress('csv', question)} download>
          {t.exportCsv}
        </Button>
      </div>
    </div>
  );
}
