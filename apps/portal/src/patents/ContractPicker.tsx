import { useState } from 'react';
import { useQuery } from 'urql';
import { RadioButtons, TextInput, useFieldAttributes } from '../design/Field.js';
import { useRested } from '../design/useRested.js';
import { useWords } from '../i18n/index.js';
import { patentActions } from './actionWords.js';
import { LicensableContractsDocument } from './documents.js';
import css from '../deals/Deal.module.css';

/** Chooses one of the unit's registered contracts, or none. The field's label goes to the search box. */
export function ContractPicker({
  patentId,
  value,
  onChange,
}: {
  readonly patentId: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const t = useWords(patentActions);
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const [{ data, fetching }] = useQuery({
    query: LicensableContractsDocument,
    variables: { patentId, text: text || null },
    requestPolicy: 'cache-and-network',
  });
  const attributes = useFieldAttributes();
  const found = (data?.licensableContracts.edges ?? []).map(({ node }) => node);
  return (
    <div className="stack" style={{ gap: 6 }}>
      <TextInput
        {...attributes}
        type="search"
        value={typed}
        placeholder={t.contractSearch}
        onChange={setTyped}
      />
      <div className={css['options']} role="group" aria-label={t.contractsFound} aria-busy={fetching}>
        <RadioButtons
          value={value}
          choices={[
            { value: '', label: t.noContract },
            ...found.map(({ id, title, number }) => ({ value: id, label: `${title}（${number}）` })),
          ]}
          onChange={onChange}
        />
        {found.length === 0 && !fetching && <span className="quiet">{t.contractsNone}</span>}
        {data?.licensableContracts.pageInfo.hasNextPage && <span className="quiet">{t.contractsMore}</span>}
      </div>
    </div>
  );
}
