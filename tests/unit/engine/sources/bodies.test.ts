import { describe } from 'vitest';
import { speakerTable } from '../../../support/speaker-table.ts';

describe('bodies and groups', () => {
  speakerTable([
    [
      'an acronym introduced in brackets',
      '{source:The Oldport Harbour Authority (OHA)} {cue:said} {content:no}. {source2:The OHA} {cue2:added} {content2:that it is closed}.',
      ['Oldport Harbour Authority (OHA) (government)', 'Oldport Harbour Authority (OHA) (government)'],
    ],
    [
      'an acronym of a name that is a list',
      'Rooms belong to Trade, Ferries and Harbours Ruritania (TFHR). {source:TFHR} {cue:said} {content:no}.',
      ['Trade, Ferries and Harbours Ruritania (TFHR) (unknown)'],
    ],
    [
      'a short form points back to a name with its owner',
      'Ruritania’s Foreign Ministry spoke up as well. {source:The ministry} {cue:said} {content:that this was wrong}.',
      ['Ruritania’s Foreign Ministry (government)'],
    ],
    [
      'many are not one',
      'The Foreign Ministry turned on the five countries {source:that} {cue:had condemned} {content:the plan}.',
      ['The countries (government)'],
    ],
    [
      'rows of neighbours are the neighbours, the leader of villagers is one',
      'She met rows of neighbours {source:who} {cue:say} {content:it is late}. They met the leader of villagers {source2:who} {cue2:said} {content2:no}.',
      ['Neighbours (witness)', 'The leader of villagers (government)'],
    ],
    [
      'an outlet at work is not what the article goes on about',
      'The Oldport Board published a report. {source:The Ledger} {cue:has seen} {content:a copy}. {source2:It} {cue2:said} {content2:that the pier was safe}.',
      ['Ledger (media)', 'Oldport Board (government)'],
    ],
    [
      'a short form points back',
      '{source:The Oldport Trust} {cue:said} {content:no}. {source2:The trust} {cue2:denied} {content2:that it knew}.',
      ['Oldport Trust (ngo)', 'Oldport Trust (ngo)'],
    ],
    [
      '"the company" for a company',
      '{source:Lindgren Shipping Ltd} {cue:said} {content:no}. {source2:The company} {cue2:denied} {content2:that it knew}.',
      ['Lindgren Shipping Ltd (business)', 'Lindgren Shipping Ltd (business)'],
    ],
    [
      'a person who speaks for a body is shown with it',
      '{source:Ana Ruiz}, a spokeswoman for the Harbour Board, {cue:said} {content:no}.',
      ['Ana Ruiz (Harbour Board) (government)'],
    ],
    [
      'a role without a name; the same role again; another one',
      '{source:A senior Ruritanian official} {cue:said} {content:no}. {source2:The official} {cue2:added} {content2:more}. {source3:Another official} {cue3:said} {content3:yes}.',
      ['A senior Ruritanian official (government)', 'A senior Ruritanian official (government)', 'Another official (government)'],
    ],
    [
      'a poll that was a survey',
      '{source:A survey by Oldport College} {cue:found} {content:half agree}. {source2:The poll} {cue2:showed} {content2:a third do not}.',
      ['A survey by Oldport College (document)', 'A survey by Oldport College (document)'],
    ],
    [
      'two in one source',
      '{source:The Harbour Board and two aid groups} {cue:said} {content:no}.',
      ['Harbour Board (government) + Two aid groups (ngo)'],
    ],
    [
      'one source whose description has an "and"',
      '{source:the leaders of France, Spain and Italy} {cue:said} {content:no}.',
      ['The leaders of France, Spain and Italy (government)'],
    ],
    [
      'a joint statement is its authors’',
      '{source:A joint statement by Norway and Sweden} {cue:said} {content:no}.',
      ['Norway (government) + Sweden (government)'],
    ],
    [
      'a ministry of affairs is no person, its chairwoman is',
      '{source:The Ministry of Foreign Affairs} {cue:said} {content:no}. {source2:Harbour Committee Chairwoman Ana Ruiz} {cue2:said} {content2:yes}.',
      ['Ministry of Foreign Affairs (government)', 'Ana Ruiz (person)'],
    ],
    [
      'what a place is says nothing',
      'Near Oldport, {source:a town of weavers}, {source:resident Ana Ruiz} {cue:said} {content:that she saw it}.',
      ['Ana Ruiz (witness)'],
    ],
    [
      'a state with two names is one, also in a list',
      '{source:Norway, Bosnia and Herzegovina and Ghana} {cue:said} {content:no}. {source2:Trinidad and Tobago’s government} {cue2:said} {content2:yes}. {source3:Ghana, Bosnia and Herzegovina} {cue3:said} {content3:perhaps}.',
      [
        'Norway (government) + Bosnia and Herzegovina (government) + Ghana (government)',
        'Trinidad and Tobago’s government (government)',
        'Ghana (government) + Bosnia and Herzegovina (government)',
      ],
    ],
    ['a capital for its government', '{source:Oslo} {cue:said} {content:no}.', ['Oslo (government)']],
  ]);
});
