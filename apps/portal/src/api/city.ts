import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import type { CityQuery, CodeTablesQuery } from '../gql/graphql.js';
import { legalDay } from '../design/amounts.js';
import type { codeNames } from '../i18n/codeNames.js';
import { useLanguage } from '../i18n/index.js';
import { graphql } from './graphql.js';

const CityDocument = graphql(`
  query City {
    city {
      code
      name
      registryName
      authorityName
      divisions {
        code
        name
      }
      clusters {
        code
        name
        priority
      }
    }
    clock {
      offsetSeconds
    }
  }
`);

const CodeTablesDocument = graphql(`
  query CodeTables {
    codeTables {
      techFields {
        code
        name
      }
      contractClasses {
        code
        name
      }
      contractSubclasses {
        code
        name
      }
      partyNatures {
        code
        name
      }
      planSources {
        code
        name
      }
      socioEconomicGoals {
        code
        name
      }
      refusalGrounds {
        code
        name
      }
      industryDivisions {
        code
        name
      }
      industrySections {
        code
        name
      }
      trlLevels {
        code
        name
      }
      licenceModes {
        code
        name
      }
      ipKinds {
        code
        name
      }
    }
  }
`);

/** The city that the platform serves; undefined until it is known. */
export function useCity(): CityQuery['city'] | undefined {
  const [result] = useQuery({ query: CityDocument });
  return result.data?.city;
}

/** Milliseconds by which business time runs ahead of this device's clock: more than zero only in a demo city. */
export function useClockOffset(): number {
  const [result] = useQuery({ query: CityDocument });
  return (result.data?.clock.offsetSeconds ?? 0) * 1000;
}

export type CodeTables = CodeTablesQuery['codeTables'];

/** The national code tables in the language of the page; undefined until they are known. */
export function useCodeTables(): CodeTables | undefined {
  const [result] = useQuery({ query: CodeTablesDocument });
  const tables = result.data?.codeTables;
  const english = useEnglishNames();
  return useMemo(() => {
    if (!tables || english === 'none') return tables;
    return english && named(tables, english);
  }, [tables, english]);
}

type EnglishNames = typeof codeNames;

/** Loaded by English pages alone, which are few; undefined while they load, `none` on a Chinese page or offline. */
function useEnglishNames(): EnglishNames | 'none' | undefined {
  const { language } = useLanguage();
  const [names, setNames] = useState<EnglishNames | 'none'>();
  useEffect(() => {
    if (language !== 'en') return;
    import('../i18n/codeNames.js').then(
      (loaded) => setNames(loaded.codeNames),
      () => setNames('none'),
    );
  }, [language]);
  return language === 'en' ? names : 'none';
}

const named = (tables: CodeTables, names: EnglishNames): CodeTables => {
  const translated = Object.entries(names).map(([table, english]) => [
    table,
    tables[table as keyof EnglishNames].map((entry) => ({
      ...entry,
      name: english[entry.code] ?? entry.name,
    })),
  ]);
  return { ...tables, ...(Object.fromEntries(translated) as Partial<CodeTables>) };
};

/** A code table as the choices of a select. */
export const choicesOf = (
  table: readonly { code: string; name: string }[] | undefined,
): { value: string; label: string }[] =>
  (table ?? []).map(({ code, name }) => ({ value: code, label: name }));

/** A code's name, or the code itself. */
export const nameIn = (
  table: readonly { code: string; name: string }[] | undefined,
  code: string | null | undefined,
): string => table?.find((entry) => entry.code === code)?.name ?? code ?? '';

/** Today's legal day in business time, `2026-11-23`. */
export const useToday = (): string => legalDay(Date.now() + useClockOffset());
