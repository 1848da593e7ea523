import { useQuery } from 'urql';
import { DataTable } from '../design/DataTable.js';
import { useWords } from '../i18n/index.js';
import { ExchangeMappingDocument } from './documents.js';
import { exchangeWords } from './words.js';

/** The mapping in force, to be held against the form. */
export function MappingTable() {
  const t = useWords(exchangeWords);
  const [result] = useQuery({ query: ExchangeMappingDocument });
  const mapping = result.data?.exchangeMapping;
  if (!mapping) return null;
  return (
    <div className="wrap">
      <details>
        <summary>
          {t.mapping}（{t.mappingOf(mapping.form, mapping.version)}）
        </summary>
        <p className="quiet">{mapping.source}</p>
        <DataTable
          caption={t.mapping}
          rows={mapping.fields}
          keyOf={({ item }) => item}
          columns={[
            { key: 'item', title: t.item, render: ({ item }) => <span className="num">{item}</span> },
            {
              key: 'name',
              title: t.column,
              render: ({ name, required }) => (
                <>
                  {name} {required && <small className="quiet">{t.required}</small>}
                </>
              ),
            },
            { key: 'path', title: t.path, render: ({ path }) => <span className="mono">{path}</span> },
            {
              key: 'codes',
              title: t.codes,
              render: ({ codes }) => codes.map(({ code, name }) => `${code} ${name}`).join('；') || '—',
            },
          ]}
        />
      </details>
    </div>
  );
}
