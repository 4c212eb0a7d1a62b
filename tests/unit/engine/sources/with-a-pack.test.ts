import { describe } from 'vitest';
import { defaultPacks } from '../../../../src/packs/index.ts';
import { speakerTable } from '../../../support/speaker-table.ts';

describe('with a pack', () => {
  speakerTable(
    [
      [
        'who speaks for a body is the body',
        '{source:Dana Peled}, a spokeswoman for UNICEF, {cue:said} {content:no}. {source2:Peled} {cue2:added} {content2:more}.',
        ['un (international)', 'un (international)'],
      ],
      [
        'a short form counts where the article names the full one',
        'Hamas met envoys. {source:The group} {cue:said} {content:no}.',
        ['hamas (armed-group)'],
      ],
      ['and does not where it does not', '{source:The group} {cue:said} {content:no}.', ['The group (ngo)']],
      [
        'not where the article gives the short form another meaning',
        'Hamas met envoys. {source:The Oldport Relief Group} {cue:said} {content:no}. {source2:The group} {cue2:added} {content2:more}.',
        ['Oldport Relief Group (ngo)', 'Oldport Relief Group (ngo)'],
      ],
      [
        'another official after one whom the pack knows',
        '{source:A senior Israeli official} {cue:said} {content:no}. {source2:Another official} {cue2:said} {content2:yes}.',
        ['israel-government (government)', 'israel-government (government)'],
      ],
      [
        'who left the body speaks for themselves',
        'Ben Holm, director of the Gaza Humanitarian Foundation, resigned on Monday. {source:Holm} {cue:said} {content:he could not go on}.',
        ['Ben Holm (Gaza Humanitarian Foundation) (ngo)'],
      ],
      [
        'somebody mentioned beside it is not the body',
        '{source:A lawyer for people detained by the IDF} {cue:said} {content:no}.',
        ['A lawyer for people detained by the IDF (person)'],
      ],
      ['his office', 'Netanyahu met envoys. {source:His office} {cue:said} {content:no}.', ['pmo (government)']],
      [
        'a relative of a hostage',
        '{source:Dana Peled, mother of hostage Omer Peled,} {cue:said} {content:no}.',
        ['hostage-families (family)'],
      ],
    ],
    defaultPacks,
  );
});
