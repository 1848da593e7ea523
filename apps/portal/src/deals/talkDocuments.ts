import { graphql } from '../api/graphql.js';
import './documents.js';

export const MessagesDocument = graphql(`
  query DealMessages($dealId: ID!, $last: Int!) {
    dealMessages(dealId: $dealId, last: $last) {
      edges {
        cursor
        node {
          id
          author {
            id
          }
          authorName
          side
          organisationName
          body
          files {
            ...DealFileFields
          }
          at
        }
      }
      pageInfo {
        hasPreviousPage
      }
      totalCount
    }
  }
`);

export const ContactsDocument = graphql(`
  query DealContacts($dealId: ID!, $first: Int!) {
    dealContacts(dealId: $dealId, first: $first) {
      edges {
        cursor
        node {
          id
          heldOn
          mode
          participants
          summary
          outcome
          files {
            ...DealFileFields
          }
          recordedByName
          organisationName
          at
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

export const NotesDocument = graphql(`
  query DealNotes($dealId: ID!, $first: Int!) {
    dealNotes(dealId: $dealId, first: $first) {
      edges {
        cursor
        node {
          id
          authorName
          body
          files {
            ...DealFileFields
          }
          at
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

export const FilesDocument = graphql(`
  query DealFiles($dealId: ID!, $first: Int!) {
    dealFiles(dealId: $dealId, first: $first) {
      edges {
        cursor
        node {
          ...DealFileFields
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

export const PostMessageDocument = graphql(`
  mutation PostMessage($input: PostMessageInput!) {
    postMessage(input: $input) {
      clientMutationId
      message {
        id
        files {
          id
        }
      }
    }
  }
`);

export const WriteNoteDocument = graphql(`
  mutation WriteNote($input: WriteNoteInput!) {
    writeNote(input: $input) {
      clientMutationId
      note {
        id
      }
    }
  }
`);

export const RecordContactDocument = graphql(`
  mutation RecordContact($input: RecordContactInput!) {
    recordContact(input: $input) {
      clientMutationId
      contact {
        id
        files {
          id
        }
      }
    }
  }
`);
