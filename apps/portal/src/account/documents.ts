import { graphql } from '../api/graphql.js';

export const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        person {
          id
        }
      }
      clientMutationId
    }
  }
`);

export const ReauthenticateDocument = graphql(`
  mutation Reauthenticate($input: ReauthenticateInput!) {
    reauthenticate(input: $input) {
      ok
      clientMutationId
    }
  }
`);

export const RequestPhoneCodeDocument = graphql(`
  mutation RequestPhoneCode($input: RequestPhoneCodeInput!) {
    requestPhoneCode(input: $input) {
      ok
      clientMutationId
    }
  }
`);

export const SignInWithPhoneCodeDocument = graphql(`
  mutation SignInWithPhoneCode($input: SignInWithPhoneCodeInput!) {
    signInWithPhoneCode(input: $input) {
      viewer {
        person {
          id
        }
      }
      clientMutationId
    }
  }
`);

export const RegisterPersonDocument = graphql(`
  mutation RegisterPerson($input: RegisterPersonInput!) {
    registerPerson(input: $input) {
      ok
      clientMutationId
    }
  }
`);

export const ConfirmEmailDocument = graphql(`
  mutation ConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) {
      viewer {
        person {
          id
        }
      }
      clientMutationId
    }
  }
`);

export const RequestPasswordResetDocument = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      ok
      clientMutationId
    }
  }
`);

export const ResetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ok
      clientMutationId
    }
  }
`);
