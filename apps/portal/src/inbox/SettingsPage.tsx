import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { CheckBox } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Refusal } from '../design/States.js';
import { SubNav } from '../design/SubNav.js';
import { useToast } from '../design/Toast.js';
import type { NotificationPreferencesQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import css from './Inbox.module.css';
import { useInboxParts } from './InboxPage.js';
import { inboxWords } from './words.js';

const PreferencesDocument = graphql(`
  query NotificationPreferences {
    notificationPreferences {
      topic
      label
      inbox
      mail
    }
  }
`);
const SetPreferenceDocument = graphql(`
  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {
    setNotificationPreference(input: $input) {
      clientMutationId
      preference {
        topic
        inbox
        mail
      }
    }
  }
`);

type Preference = NotificationPreferencesQuery['notificationPreferences'][number];

function Topic({ preference }: { preference: Preference }) {
  const t = useWords(inboxWords);
  const toast = useToast();
  const save = useCommand(SetPreferenceDocument);
  const set = async (change: Partial<Pick<Preference, 'inbox' | 'mail'>>): Promise<void> => {
    const { topic, inbox, mail } = { ...preference, ...change };
    const outcome = await save.run({ topic, inbox, mail });
    if (outcome.ok) toast(t.saved);
  };
  return (
    <fieldset className={css['topic']}>
      <legend>{t.topics[preference.topic]}</legend>
      <span className={css['places']}>
        <CheckBox checked={preference.inbox} disabled={save.busy} onChange={(inbox) => void set({ inbox })}>
          {t.site}
        </CheckBox>
        <CheckBox checked={preference.mail} disabled={save.busy} onChange={(mail) => void set({ mail })}>
          {t.mail}
        </CheckBox>
      </span>
      <Refusal failure={save.failure} />
    </fieldset>
  );
}

/** 接收方式 by topic; each choice is saved at once. */
export function Component() {
  const t = useWords(inboxWords);
  const parts = useInboxParts();
  const [result, ask] = useQuery({ query: PreferencesDocument });
  return (
    <div className="wrap">
      <Heading title={t.settings} intro={t.settingsIntro} />
      <SubNav items={parts} label={t.inbox} />
      <Loaded
        result={result}
        value={result.data?.notificationPreferences}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(preferences) => (
          <div className={css['topics']}>
            {preferences.map((preference) => (
              <Topic key={preference.topic} preference={preference} />
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}
