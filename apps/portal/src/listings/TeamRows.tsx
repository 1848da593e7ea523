import { Field, TextInput } from '../design/Field.js';
import { Rows } from '../design/Rows.js';
import { useWords, words } from '../i18n/index.js';

const team = words(
  {
    add: '添加成员',
    remove: (index: number) => `移除第 ${index + 1} 位成员`,
    name: '姓名',
    title: '职称',
    role: '分工',
  },
  {
    add: 'Add a member',
    remove: (index: number) => `Remove member ${index + 1}`,
    name: 'Name',
    title: 'Title',
    role: 'Role',
  },
);

export interface TeamRow {
  name: string;
  title?: string | null;
  role?: string | null;
}

const MOST = 50;

export function TeamRows({
  rows,
  onChange,
}: {
  rows: readonly TeamRow[];
  onChange: (rows: TeamRow[]) => void;
}) {
  const t = useWords(team);
  return (
    <Rows
      rows={rows}
      max={MOST}
      blank={(): TeamRow => ({ name: '', title: '', role: '' })}
      addLabel={t.add}
      removeLabel={t.remove}
      onChange={onChange}
      render={(row, change, index) => (
        <>
          <Field label={t.name} path={`team.${index}.name`} required>
            <TextInput value={row.name} onChange={(name) => change({ name })} />
          </Field>
          <Field label={t.title} path={`team.${index}.title`}>
            <TextInput value={row.title ?? ''} onChange={(title) => change({ title })} />
          </Field>
          <Field label={t.role} path={`team.${index}.role`}>
            <TextInput value={row.role ?? ''} onChange={(role) => change({ role })} />
          </Field>
        </>
      )}
    />
  );
}
