import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { useWords } from '../i18n/index.js';
import { AgencyList } from './AgencyList.js';
import { agencyWords } from './words.js';

/**
 * 中介机构名录: who is registered.
 * @param searched below the one search box, which has heading and box
 */
export function AgenciesPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(agencyWords);
  const { viewer, may } = useViewer();
  return (
    <AgencyList
      whole={false}
      searched={searched}
      title={t.title}
      intro={t.intro}
      empty={{ title: t.none, text: t.noneText }}
      actions={
        !searched && (
          <>
            {may('REVIEW_LISTING') && (
              <Button icon="building" to="/agencies/register">
                {t.register}
              </Button>
            )}
            <Button tone="primary" icon="building" to="/agencies/mine">
              {viewer ? t.mine : t.join}
            </Button>
          </>
        )
      }
    />
  );
}

export { AgenciesPage as Component };
