import { Link } from 'react-router';
import { useQuery } from 'urql';
import { nameIn, useCity } from '../../api/city.js';
import { DataTable } from '../../design/DataTable.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Two } from '../../design/Two.js';
import { useWords } from '../../i18n/index.js';
import { OfficesDocument } from './documents.js';
import { officeWords } from './officeWords.js';
import { RegistrationNav } from './RegistrationNav.js';
import { Cap, Delegation } from './parts.js';
import { common } from '../../i18n/common.js';

/** 登记机构: where new applications go. */
export function Component() {
  const t = useWords(officeWords);
  const { list } = useWords(common);
  const city = useCity();
  const [result, ask] = useQuery({ query: OfficesDocument, requestPolicy: 'cache-and-network' });
  return (
    <div className="wrap">
      <Heading title={t.offices} intro={t.intro} />
      <RegistrationNav />
      <div className="stack" style={{ paddingTop: 20 }}>
        <Loaded
          result={result}
          value={result.data?.registrationOffices}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        >
          {(offices) =>
            offices.length === 0 ? (
              <Empty title={t.none} />
            ) : (
              <DataTable
                caption={t.offices}
                rows={offices}
                keyOf={(office) => office.id}
                columns={[
                  {
                    key: 'name',
                    title: t.name,
                    render: (office) => (
                      <Two under={nameIn(city?.divisions, office.divisionCode)}>
                        <Link to={`/registration/offices/${office.id}`}>{office.name}</Link>
                      </Two>
                    ),
                  },
                  {
                    key: 'prefix',
                    title: t.prefix,
                    render: (office) => <span className="mono">{office.numberPrefix}</span>,
                  },
                  { key: 'cap', title: t.cap, right: true, render: (office) => <Cap office={office} /> },
                  {
                    key: 'delegation',
                    title: t.delegation,
                    render: (office) => <Delegation office={office} />,
                  },
                  {
                    key: 'registrars',
                    title: t.registrars,
                    render: (office) => list(office.registrars.map(({ name }) => name)) || '—',
                  },
                  {
                    key: 'today',
                    title: t.today,
                    render: (office) => (
                      <StatusTag tone={office.takesToday ? 'good' : 'ended'}>
                        {office.takesToday ? t.takes : t.takesNot}
                      </StatusTag>
                    ),
                  },
                ]}
              />
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
