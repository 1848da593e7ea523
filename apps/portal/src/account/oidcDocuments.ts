import { graphql } from '../api/graphql.js';

export const SignInWaysDocument = graphql(`
  query SignInWays {
    signInWays {
      oidc {
        issuer
        name
      }
    }
  }
`);

export const OidcLinksDocument = graphql(`
  query OidcLinks {
    signInWays {
      oidc {
        issuer
        name
      }
    }
    myOidcLinks {
      id
      issuer
      linkedAt
      lastUsedAt
    }
  }
`);

export const StartOidcDocument = graphql(`
  mutation StartOidc($input: StartOidcInput!) {
    startOidc(input: $input) {
      url
      clientMutationId
    }
  }
`);

export const CompleteOidcDocument = graphql(`
  mutation CompleteOidc($input: CompleteOidcInput!) {
    completeOidc(input: $input) {
      viewer {
        person {
          id
        }
      }
      clientMutationId
    }
  }
`);

export const UnlinkOidcDocument = graphql(`
  mutation UnlinkOidc($input: UnlinkOidcInput!) {
    unlinkOidc(input: $input) {
      ok
      clientMutationId
    }
  }
`);
