import { useCallback, useEffect, useMemo, useState } from 'react';
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
      englishName
      registryName
      authorityName
      divisions {
        code
        name
        englishName
      }
      clusters {
        code
        name
        englishName
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
      disciplines {
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

type City = CityQuery['city'];

/** The city that the platform serves, in the language of the page; undefined until it is known. */
export function useCity(): City | undefined {
  const [result] = useQuery({ query: CityDocument });
  const city = result.data?.city;
  const { language } = useLanguage();
  return useMemo(() => (city && language === 'en' ? inEnglish(city) : city), [city, language]);
}

const inEnglish = (city: City): City => {
  const named = <T extends { name: string; englishName: string | null }>(one: T): T => ({
    ...one,
    name: one.englishName ?? one.name,
  });
  return { ...named(city), divisions: city.divisions.map(named), clusters: city.clusters.map(named) };
};

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

/** Once they were loaded every page has them with its first drawing. */
let loadedNames: EnglishNames | undefined;

/** Loaded by English pages alone, which are few; undefined while they load, `none` on a Chinese page or offline. */
function useEnglishNames(): EnglishNames | 'none' | undefined {
  const { language } = useLanguage();
  const [names, setNames] = useState<EnglishNames | 'none' | undefined>(loadedNames);
  useEffect(() => {
    if (language !== 'en') return;
    // Asked for even where they are loaded: they may have come between this component's first drawing and now.
    import('../i18n/codeNames.js').then(
      (loaded) => setNames((loadedNames = loaded.codeNames)),
      () => setNames('none'),
    );
  }, [language]);
  return language === 'en' ? names : 'none';
}

/** The city's own tables. */
type CityTable = 'clusters' | 'divisions';

/**
 * What the page calls an entry of a national code table, or of the city's own, that the server has written out in Chinese
 * beside its code. A code that the table does not hold keeps what the server says.
 */
export type NameOf = <T extends string | null | undefined>(
  table: keyof EnglishNames | CityTable,
  code: string | number | null | undefined,
  chinese: T,
) => T | string;

export function useNameOf(): NameOf {
  const names = useEnglishNames();
  const city = useCity();
  const { language } = useLanguage();
  return useCallback(
    (table, code, chinese) => {
      if (language !== 'en' || code === null || code === undefined) return chinese;
      if (table === 'clusters' || table === 'divisions')
        return city?.[table].find((entry) => entry.code === code)?.name ?? chinese;
      if (!names || names === 'none') return chinese;
      const english: Readonly<Record<string, string>> = names[table];
      return english[String(code)] ?? chinese;
    },
    [names, city, language],
  );
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
