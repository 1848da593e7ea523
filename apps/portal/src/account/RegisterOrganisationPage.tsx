import { useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { useKept } from '../design/kept.js';
import { useToast } from '../design/Toast.js';
import type { OrganisationForm } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Narrow } from './Narrow.js';
import { blankOrganisation, OrganisationFields } from './OrganisationForm.js';
import { organisationWords } from './organisationWords.js';

const RegisterOrganisationDocument = graphql(`
  mutation RegisterOrganisation($input: RegisterOrganisationInput!) {
    registerOrganisation(input: $input) {
      organisation {
        id
      }
      clientMutationId
    }
  }
`);

/** Registers an organisation, of which one becomes the administrator. */
export function RegisterOrganisationPage() {
  const t = useWords(organisationWords);
  const navigate = useNavigate();
  const toast = useToast();
  const { refresh, viewer } = useViewer();
  const [form, setForm, forgetForm] = useKept<OrganisationForm>('register', 'form', {
    ...blankOrganisation,
    contactName: viewer?.person.displayName ?? '',
    contactEmail: viewer?.person.email ?? '',
  });
  const register = useCommand(RegisterOrganisationDocument);
  const submit = async (): Promise<void> => {
    const outcome = await register.run({ form });
    if (!outcome.ok) return;
    forgetForm();
    toast(t.submitted);
    refresh();
    void navigate(`/organisations/${outcome.data.registerOrganisation.organisation.id}`, { replace: true });
  };
  return (
    <Narrow
      title={t.register}
      intro={t.registerIntro}
      failure={register.failure}
      onSubmit={() => void submit()}
    >
      <OrganisationFields form={form} onChange={setForm} />
      <Button type="submit" tone="primary" size="large" block busy={register.busy}>
        {t.submit}
      </Button>
    </Narrow>
  );
}

export { RegisterOrganisationPage as Component };
