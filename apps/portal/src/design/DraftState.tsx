import { useWords, words } from '../i18n/index.js';
import { exactTime } from './amounts.js';
import { Button } from './Button.js';
import { classes } from './classes.js';
import type { Draft } from './draft.js';
import css from './DraftState.module.css';
import { Icon } from './Icon.js';
import { Notice, Refusal } from './States.js';

const draftWords = words(
  {
    clean: '填写内容会自动保存',
    dirty: '有改动，稍后自动保存',
    saving: '正在保存…',
    saved: (time: string) => `已保存 ${time}`,
    failed: '没有保存成功',
    stale: '内容已被他人或您的另一窗口修改',
    staleText: '为避免互相覆盖，自动保存已暂停。请选择保留哪一份。',
    theirs: '载入最新内容',
    mine: '以本页内容为准',
  },
  {
    clean: 'What you fill in is saved automatically',
    dirty: 'Changed; will be saved shortly',
    saving: 'Saving…',
    saved: (time: string) => `Saved ${time}`,
    failed: 'Not saved',
    stale: 'Someone else, or another window of yours, changed this',
    staleText: 'Automatic saving has stopped so that neither overwrites the other. Choose which to keep.',
    theirs: 'Load the latest',
    mine: 'Keep what is here',
  },
);

/** Whether what is typed is stored. */
export function SavedAt<C>({ draft }: { draft: Draft<C> }) {
  const t = useWords(draftWords);
  const bad = draft.state === 'failed' || draft.state === 'stale';
  const text =
    draft.state === 'saved' && draft.savedAt !== null
      ? t.saved(exactTime(draft.savedAt).slice(11))
      : draft.state === 'saved'
        ? t.clean
        : t[draft.state];
  return (
    <p className={classes(css['saved'], bad && css['bad'])} role="status">
      <Icon name={bad ? 'warn' : draft.state === 'saved' ? 'check' : 'clock'} size={15} />
      {text}
    </p>
  );
}

/** What stands in the way of saving: somebody else's change, to be decided on, or a refusal. */
export function DraftTrouble<C>({ draft }: { draft: Draft<C> }) {
  const t = useWords(draftWords);
  if (draft.state === 'failed') return <Refusal failure={draft.failure} />;
  if (draft.state !== 'stale') return null;
  return (
    <Notice tone="amber" icon="warn">
      <strong>{t.stale}</strong>
      <p>{t.staleText}</p>
      <div className="row">
        <Button size="small" onClick={() => void draft.takeTheirs()}>
          {t.theirs}
        </Button>
        <Button size="small" onClick={() => void draft.keepMine()}>
          {t.mine}
        </Button>
      </div>
    </Notice>
  );
}
