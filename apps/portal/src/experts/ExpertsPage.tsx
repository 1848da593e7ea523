import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { useWords } from '../i18n/index.js';
import { ExpertList } from './ExpertList.js';
import { expertWords } from './words.js';

/**
 * 专家: who is in the bank and lets one know.
 * @param searched below the one search box, which has heading and box
 */
export function ExpertsPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(expertWords);
  const { viewer, may } = useViewer();
  return (
    <ExpertList
      bank={false}
      searched={searched}
      title={t.title}
      intro={t.intro}
      empty={{ title: t.none, text: t.noneText }}
      actions={
        !searched && (
          <>
            {may('REVIEW_LISTING') && (
              <Button icon="building" to="/experts/bank">
                {t.bank}
              </Button>
            )}
            <Button tone="primary" icon="user" to="/experts/mine">
              {viewer ? t.mine : t.join}
            </Button>
          </>
        )
      }
    />
  );
}

export { ExpertsPage as Component };
