import { describe } from 'vitest';
import { speakerTable } from '../../../support/speaker-table.ts';

describe('pronouns', () => {
  speakerTable([
    [
      'he is the man who spoke last',
      '{source:Ben Holm} {cue:said} {content:yes}. {source2:He} {cue2:added} {content2:that it was late}.',
      ['Ben Holm (person)', 'Ben Holm (person)'],
    ],
    [
      'he who also said something is who said the last thing, though others are named in between',
      'They met Ostrander, {source:who} {cue:explained} {content:that Ben Holm was there}. {source2:He} {cue2:also explained} {content2:why it rained}.',
      ['Ostrander (person)', 'Ostrander (person)'],
    ],
    [
      'she is not the man who was named in between',
      '{source:Ana Ruiz} {cue:met} {content:Ben Holm}. {source2:She} {cue2:said} {content2:he was kind}.',
      ['Ana Ruiz (person)', 'Ana Ruiz (person)'],
    ],
    [
      'he is the subject of the sentence before, not the one he speaks of',
      'Ben Holm arrived with Paul Berg’s letter. {source:He} {cue:said} {content:it was short}.',
      ['Ben Holm (person)'],
    ],
    [
      'it is a body',
      '{source:The Harbour Board} {cue:said} {content:no}. {source2:It} {cue2:added} {content2:that the pier is closed}.',
      ['Harbour Board (government)', 'Harbour Board (government)'],
    ],
    [
      'they are several',
      '{source:Residents} {cue:said} {content:no}. {source2:They} {cue2:fear} {content2:the noise}.',
      ['Residents (witness)', 'Residents (witness)'],
    ],
    ['nobody fits: the pronoun itself', '{source:He} {cue:said} {content:so}.', ['He (unknown)']],
    [
      'two fit equally well: nobody is guessed',
      'Ben Holm’s dog met Paul Berg’s cat. {source:They} {cue:said} {content:so}.',
      ['They (unknown)'],
    ],
  ]);
});
