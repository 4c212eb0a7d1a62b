import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../support/labels-of.ts';

const table = (rows: readonly (readonly [string, string, readonly string[]])[], outlet: readonly string[] = []) => {
  it.each(rows)('%s', (_, marked, expected) => {
    expect(labelsOf(marked, { outlet })).toEqual(expected);
  });
};

describe('sources of a sentence (rule 1)', () => {
  table([
    ['none: own voice', 'The pier of Oldport is closed.', ['–: confirmed/own-voice']],
    ['a clause', '{source:Ana Ruiz} {cue:said} {content:the pier would be closed for a year}.', ['ana-ruiz: reported/named']],
    [
      'a quotation that goes on',
      '{content:“We will close it,”} {source:Ana Ruiz} {cue:said}. {content:“It is not safe.”}',
      ['ana-ruiz: reported/named', 'ana-ruiz: reported/named'],
    ],
    [
      'one quoted word where nothing else stands in the sentence, but none in passing',
      '{content:“It stays open all summer, rain or sun. Always,”} {source:Ana Ruiz} {cue:stressed}. The town paid for what {source2:officials} {cue2:call} {content2:a “gate”}.',
      ['ana-ruiz: reported/named', 'ana-ruiz: reported/named', '–: confirmed/own-voice'],
    ],
    [
      'a phrase in passing gives none',
      'The town closed the pier on Monday after a long debate and after what {source:officials} {cue:described as} {content:a hard night}.',
      ['–: confirmed/own-voice'],
    ],
    [
      'several, in text order',
      '{source:Ana Ruiz} {cue:said} {content:that {source2:Ben Holm} {cue2:told} her {content2:he would close the pier soon}}.',
      ['ana-ruiz, ben-holm: reported/named'],
    ],
    [
      'not who is cited inside a quotation',
      '{content:“{source2:Ben Holm} {cue2:told} me {content2:that he would close it soon},”} {source:Ana Ruiz} {cue:said}.',
      ['ana-ruiz: reported/named'],
    ],
    [
      'a completed act gives none (rule 9)',
      '{source:Ana Ruiz} {cue:agreed} {content:to close the pier on Monday}.',
      ['–: confirmed/own-voice'],
    ],
    [
      'a demand gives one (rule 9)',
      '{source:Ana Ruiz} {cue:demanded} {content:that the pier be closed}.',
      ['ana-ruiz: reported/named'],
    ],
    [
      'praise gives one (rule 9)',
      '{source:Ana Ruiz} {cue:praised} {content:the work of the harbour crews}.',
      ['ana-ruiz: reported/named'],
    ],
  ]);
});

describe('status by what most words are (rule 2)', () => {
  table([
    [
      'a clause at the end of a long sentence is listed, and the sentence stays the outlet’s own',
      'The pier of Oldport was closed on Monday after the third storm of the winter had torn away its outer wall and two cranes, which {source:Ana Ruiz} {cue:said} {content:were old}.',
      ['ana-ruiz: confirmed/own-voice'],
    ],
    [
      'X left, saying so much that it is most of the sentence',
      'Ben Holm left, {cue:saying} {source:he} {content:could not work for a board that would not listen to its own engineers}.',
      ['ben-holm: reported/named'],
    ],
  ]);
});

describe('basis', () => {
  table([
    [
      'confirmed by somebody',
      '{source:Ana Ruiz} {cue:confirmed} {content:that the pier is closed}.',
      ['ana-ruiz: confirmed/confirmed-by'],
    ],
    ['acknowledged', '{source:The board} {cue:acknowledged} {content:that it knew}.', ['the-board: confirmed/confirmed-by']],
    [
      'did not confirm: nothing was said',
      '{source:Ana Ruiz} did not {cue:confirm} {content:that the pier is closed}.',
      ['–: confirmed/own-voice'],
    ],
    [
      'a role is unnamed',
      '{source:A senior official} {cue:said} {content:the pier is closed}.',
      ['a-senior-official: reported/unnamed'],
    ],
    ['a state is named', '{source:Norway} {cue:says} {content:the pier is closed}.', ['norway: reported/named']],
    [
      'what another outlet reports is second-hand (rule 6)',
      '{source:The Oldport Times} {cue:reported} {content:that the pier is closed}.',
      ['oldport-times: reported/second-hand'],
    ],
    [
      'what somebody told another outlet is not (rule 6)',
      '{source:Ana Ruiz} {cue:told} the Oldport Times {content:that the pier is closed}.',
      ['ana-ruiz: reported/named'],
    ],
    ['hearsay', 'The wall reportedly fell at noon.', ['–: reported/hearsay']],
    ['hearsay: it is claimed', '{cue:It is claimed that} {content:the wall fell at noon}.', ['–: reported/hearsay']],
    [
      'a hedge in passing is none',
      'The plan – reportedly liked by both sides – goes to the council on Monday for a first reading.',
      ['–: confirmed/own-voice'],
    ],
    [
      'a document speaks (rule 8)',
      '{source:The report} {cue:shows} {content:that the wall was old}.',
      ['the-report: reported/named'],
    ],
    [
      'a document that the outlet saw (rule 8)',
      '{source:A report seen by the Harbour Post} {cue:shows} {content:that the wall was old}.',
      ['a-report-seen-by-the-harbour-post: confirmed/verified'],
    ],
    [
      'the same document later on (rule 8)',
      '{source:A memo obtained by the Harbour Post} {cue:shows} {content:that the wall was old}. {source2:The memo} {cue2:warns} {content2:that it will fall}.',
      ['a-memo-obtained-by-the-harbour-post: confirmed/verified', 'a-memo-obtained-by-the-harbour-post: confirmed/verified'],
    ],
    [
      'the outlet says in a sentence of its own that it has the document',
      '{source:A report} {cue:found} {content:that the wall was old}. The Harbour Post has reviewed a copy of the report. {source2:It} {cue2:calls} {content2:the wall “a danger to all”}.',
      ['a-report: reported/named', '–: confirmed/own-voice', 'a-report: confirmed/verified'],
    ],
    [
      'another document is not meant',
      '{source:A memo obtained by the Harbour Post} {cue:shows} {content:that the wall was old}. {source2:A study} {cue2:found} {content2:that it will fall}.',
      ['a-memo-obtained-by-the-harbour-post: confirmed/verified', 'a-study: reported/named'],
    ],
    [
      'nor what others saw',
      '{source:A report} {cue:found} {content:that the wall was old}. The council has reviewed a copy of the report. {source2:The report} {cue2:calls} {content2:the wall “a danger to all”}.',
      ['a-report: reported/named', '–: confirmed/own-voice', 'a-report: reported/named'],
    ],
  ]);
});

describe('the outlet itself (rule 6)', () => {
  table(
    [
      [
        'cites its own reporting',
        '{source:The Harbour Post} {cue:has reported} {content:that the pier is closed}.',
        ['–: confirmed/own-voice'],
      ],
      [
        'by the last word of its name',
        '{source:The Post} {cue:has reported} {content:that the pier is closed}.',
        ['–: confirmed/own-voice'],
      ],
      [
        'not another outlet that is called so',
        '{source:The Oldport Post} {cue:has reported} {content:that the pier is closed}.',
        ['oldport-post: reported/second-hand'],
      ],
      [
        'could not verify',
        '{source:The Harbour Post} {cue:could not verify} {content:the account}.',
        ['–: confirmed/own-voice +unverified'],
      ],
    ],
    ['harbour post'],
  );
});

describe('flags (rule 11)', () => {
  table([
    [
      'a denial of a fact',
      '{source:Ana Ruiz} {cue:denied} {content:that the pier is closed}.',
      ['ana-ruiz: reported/named +denied'],
    ],
    [
      'the rejection of a claim',
      '{source:Ana Ruiz} {cue:rejected} {content:the claim that it is closed}.',
      ['ana-ruiz: reported/named +denied'],
    ],
    [
      'not the refusal of an offer',
      '{source:Ana Ruiz} {cue:rejected} {content:the offer of the neighbours}.',
      ['ana-ruiz: reported/named'],
    ],
    ['no comment has no source', '{source:Ana Ruiz} {cue:declined to comment}.', ['–: confirmed/own-voice +no-comment']],
    ['no answer', 'The board did not respond to a request for comment.', ['–: confirmed/own-voice +no-comment']],
    [
      'no comment, with a reason given',
      '{source:The board} declined to comment, {cue:saying} {content:that a court was still hearing the case and that it had to wait}.',
      ['the-board: reported/named +no-comment'],
    ],
  ]);
});

describe('going on without a source (rule 3)', () => {
  table([
    [
      'plain tense: own voice',
      '{source:Ana Ruiz} {cue:said} {content:the pier is closed}. The cranes were taken down in March.',
      ['ana-ruiz: reported/named', '–: confirmed/own-voice'],
    ],
    [
      'shifted tense: still the source’s',
      '{source:Ana Ruiz} {cue:said} {content:the pier was closed for good}. There would be no second one.',
      ['ana-ruiz: reported/named', 'ana-ruiz: reported/named'],
    ],
    [
      'a condition is no report',
      '{source:Ana Ruiz} {cue:said} {content:the pier was closed for good}. The town would save money if it stayed so.',
      ['ana-ruiz: reported/named', '–: confirmed/own-voice'],
    ],
  ]);
});
