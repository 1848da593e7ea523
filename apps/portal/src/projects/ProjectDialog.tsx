import { useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { useToday } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { AntdArea } from '../app/AntdArea.js';
import { MoneyInput } from '../design/AmountInputs.js';
import { DateInput } from '../design/DateInput.js';
import { CheckBox, Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { TagsInput } from '../design/TagsInput.js';
import type { ProjectFieldsFragment, ProjectLevel, ProjectStatus } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { SaveProjectDocument } from './documents.js';
import { projectLevels, projectStatuses, projectWords } from './words.js';

interface DialogProps {
  /** The record that is changed; null for a new one. */
  readonly project: ProjectFieldsFragment | null;
  readonly onClose: () => void;
}

/** 登记或修改科研项目: with antd, which the pages themselves, public ones, come without. */
export function ProjectDialog(props: DialogProps) {
  return (
    <AntdArea>
      <ProjectForm {...props} />
    </AntdArea>
  );
}

type Content = Omit<ProjectFieldsFragment, 'id' | 'version' | 'owner' | '__typename' | ' $fragmentName'>;

const blankOn = (today: string): Content => ({
  ...{ number: '', title: '', programme: '', level: 'PROVINCIAL', status: 'RUNNING', leader: '' },
  ...{ members: [], startedOn: today, endedOn: null, funding: null, summary: '', open: true },
});

const contentOf = (project: ProjectFieldsFragment): Content => ({
  number: project.number,
  title: project.title,
  programme: project.programme,
  level: project.level,
  status: project.status,
  leader: project.leader,
  members: project.members,
  startedOn: project.startedOn,
  endedOn: project.endedOn,
  funding: project.funding,
  summary: project.summary,
  open: project.open,
});

function ProjectForm({ project, onClose }: DialogProps) {
  const t = useWords(projectWords);
  const levels = useWords(projectLevels);
  const statuses = useWords(projectStatuses);
  const today = useToday();
  const navigate = useNavigate();
  const owners = useViewer().organisationsAs('TRANSFER_OFFICER');
  const form = `project:${project?.id ?? 'new'}`;
  const [content, setContent] = useKept<Content>(form, 'content', () =>
    project === null ? blankOn(today) : contentOf(project),
  );
  const [ownerId, setOwnerId] = useKept(form, 'ownerId', owners[0]?.id ?? '');
  const save = useCommand(SaveProjectDocument);
  const patch = (change: Partial<Content>): void => setContent((before) => ({ ...before, ...change }));
  return (
    <FormDialog
      title={project === null ? t.record : t.edit}
      done={t.done}
      kept={form}
      onClose={onClose}
      onSubmit={async () => {
        const target = project === null ? { ownerId } : { id: project.id, expectedVersion: project.version };
        const outcome = await save.run({ ...target, content: { ...content, members: [...content.members] } });
        if (outcome.ok && project === null) void navigate(`/projects/${outcome.data.saveProject.project.id}`);
        return outcome;
      }}
    >
      {project === null && (
        <Field label={t.owner} path="ownerId" required>
          <SelectInput
            value={ownerId}
            onChange={setOwnerId}
            choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      <Field label={t.number} path="number" required>
        <TextInput value={content.number} onChange={(number) => patch({ number })} />
      </Field>
      <Field label={t.name} path="title" required>
        <TextInput value={content.title} onChange={(title) => patch({ title })} />
      </Field>
      <Field label={t.programme} path="programme" hint={t.programmeHint}>
        <TextInput value={content.programme} onChange={(programme) => patch({ programme })} />
      </Field>
      <Field label={t.level} path="level" required>
        <SelectInput
          value={content.level}
          onChange={(level) => patch({ level: level as ProjectLevel })}
          choices={choicesFrom(levels)}
        />
      </Field>
      <Field label={t.status} path="status" required>
        <SelectInput
          value={content.status}
          onChange={(status) => patch({ status: status as ProjectStatus })}
          choices={choicesFrom(statuses)}
        />
      </Field>
      <Field label={t.leader} path="leader" required>
        <TextInput value={content.leader} onChange={(leader) => patch({ leader })} />
      </Field>
      <Field label={t.members} path="members" hint={t.membersHint}>
        <TagsInput values={content.members} onChange={(members) => patch({ members })} max={50} />
      </Field>
      <Field label={t.startedOn} path="startedOn" required>
        <DateInput
          value={content.startedOn}
          onChange={(day) => patch({ startedOn: day ?? content.startedOn })}
          max={today}
          clearable={false}
        />
      </Field>
      <Field label={t.endedOn} path="endedOn" hint={t.endedHint} required={content.status !== 'RUNNING'}>
        <DateInput
          value={content.endedOn ?? null}
          onChange={(endedOn) => patch({ endedOn })}
          min={content.startedOn}
        />
      </Field>
      <Field label={t.funding} path="funding">
        <MoneyInput value={content.funding ?? null} onChange={(funding) => patch({ funding })} />
      </Field>
      <Field label={t.summary} path="summary">
        <TextArea value={content.summary} onChange={(summary) => patch({ summary })} max={2000} />
      </Field>
      <Field label={t.open} path="open" hint={t.openHint} group>
        <CheckBox checked={content.open} onChange={(open) => patch({ open })}>
          {t.open}
        </CheckBox>
      </Field>
    </FormDialog>
  );
}
