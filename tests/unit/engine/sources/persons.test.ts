import { describe } from 'vitest';
import { speakerTable } from '../../../support/speaker-table.ts';

describe('one entity for all mentions of a person', () => {
  speakerTable([
    [
      'full name, surname, title and surname',
      '{source:Ana Ruiz} {cue:said} {content:she was ill}. {source2:Ruiz} {cue2:added} {content2:that it hurt}. {source3:Ms Ruiz} {cue3:said} {content3:no more}.',
      ['Ana Ruiz (person)', 'Ana Ruiz (person)', 'Ana Ruiz (person)'],
    ],
    [
      'whose somebody or something is stays in its name, and what is pointed at loses the pointer',
      '{source:Her neighbour} {cue:said} {content:it was loud}. {source2:Its forecast} {cue2:says} {content2:it will rain}. {source3:This report} {cue3:says} {content3:it will not}.',
      ['Her neighbour (witness)', 'Its forecast (document)', 'Report (document)'],
    ],
    [
      'a title tells the type',
      '{source:Mayor Ben Holm} {cue:said} {content:the pier is closed}. {source2:Holm} {cue2:blamed} {content2:the storm}.',
      ['Ben Holm (government)', 'Ben Holm (government)'],
    ],
    [
      'a description after the name tells the type',
      '{source:Mia Berg}, a professor of law at Oldport University, {cue:said} {content:it was legal}.',
      ['Mia Berg (expert)'],
    ],
    [
      'a name before an age',
      'The fire began at noon. {source:Omar Fadel}, 61, {cue:said} {content:he saw smoke}.',
      ['Omar Fadel (person)'],
    ],
    [
      'the surname of two people is who of them spoke last',
      '{source:Ana Ruiz} {cue:said} {content:so}. {source2:Paul Ruiz} {cue2:said} {content2:no}. {source3:Ruiz} {cue3:added} {content3:that he meant it}.',
      ['Ana Ruiz (person)', 'Paul Ruiz (person)', 'Paul Ruiz (person)'],
    ],
    [
      'whose office is whose',
      'They met Mayor Ben Holm, {source:whose office} {cue:denied} {content:the report}.',
      ['Ben Holm (government)'],
    ],
    [
      'a surname right after the outlet that was spoken to',
      'Ana Ruiz was 14. Talking to {source:the Daily Mail Ruiz} {cue:complained} {content:that it was late}. {source2:Ruiz} {cue2:added} {content2:no more}.',
      ['Ana Ruiz (person)', 'Ana Ruiz (person)'],
    ],
    [
      'a role of several parts',
      '{source:Ana Ruiz, the roads, parks and ferries officer of the town,} {cue:said} {content:so}. {source2:Ben Holm, the mayor, and residents} {cue2:said} {content2:no}.',
      ['Ana Ruiz (person)', 'Ben Holm (government) + Residents (witness)'],
    ],
    [
      'an office is no body to speak for, nor is a state',
      '{source:Foreign Secretary Ana Ruiz} {cue:said} {content:so}. {source2:Ben Holm}, France’s military spokesman, {cue2:said} {content2:no}.',
      ['Ana Ruiz (government)', 'Ben Holm (military)'],
    ],
    [
      'nor does a state make its players speak for it',
      '{source:France striker Ana Ruiz} {cue:said} {content:so}. {source2:French official Ben Holm} {cue2:said} {content2:no}.',
      ['Ana Ruiz (person)', 'Ben Holm (government)'],
    ],
    [
      'a role, and the name after a comma',
      '“It takes months,” {source:the firm’s CEO, Abdul Jafar}, {cue:told} the Ledger. {source2:Another officer, Wing Commander Vera Lindt}, {cue2:said} {content2:so}. {source3:One of the victims, Mia Berg}, {cue3:said} {content3:no}. {source4:Jafar} {cue4:added} {content4:that it was dear}.',
      ['Abdul Jafar (business)', 'Vera Lindt (military)', 'Mia Berg (person)', 'Abdul Jafar (business)'],
    ],
    [
      'the role before the comma tells the type also where the span is the name alone',
      'The NATO chief at the time, {source:Jens Holm}, {cue:said} {content:it would end}. After meeting the mayor, {source2:Mia Berg}, 53, {cue2:said} {content2:the road would be built}.',
      ['Jens Holm (international)', 'Mia Berg (person)'],
    ],
    [
      'the name of the body for which somebody speaks, and of no place, title or party',
      '{source:Ana Ruiz}, director of the environmental group Green Coast, {cue:said} {content:so}. {source2:Ben Holm}, Oxfam’s chief executive, {cue2:said} {content2:no}. {source3:Mia Berg}, the Ruiz campaign’s director, {cue3:said} {content3:so}. {source4:Sen. Ian Case of Ohio} {cue4:said} {content4:no}. {source5:Eva Lund}, head of sales at Lumar, {cue5:said} {content5:so}. {source6:Udo Falk}, the chief of Mr. Ruiz’s staff, {cue6:said} {content6:no}.',
      [
        'Ana Ruiz (Green Coast) (ngo)',
        'Ben Holm (Oxfam) (ngo)',
        'Mia Berg (Ruiz campaign) (government)',
        'Ian Case (government)',
        'Eva Lund (Lumar) (business)',
        'Udo Falk (person)',
      ],
    ],
    [
      'what the body is, where only its name follows',
      '{source:Peter Marsh of Third Harbour}, an Oldport-based equity and research firm, {cue:said} {content:it was dear}.',
      ['Peter Marsh (business)'],
    ],
    [
      'a nickname between the names',
      '{source:Rep. Robert C. "Bob" Holm} {cue:said} {content:it was unsafe}. {source2:Holm} {cue2:added} {content2:that he would vote}.',
      ['Robert C. Holm (government)', 'Robert C. Holm (government)'],
    ],
    [
      'a surname that stood alone before a second one bears it',
      'Sen. Chris Mell met the parents. {source:Mell} {cue:said} {content:he had failed}. Anna Mell, a nurse, was among the dead. {source2:Mell} {cue2:said} {content2:it was over}.',
      ['Chris Mell (government)', 'Chris Mell (government)'],
    ],
    [
      'an outing is not named by its surname',
      '{source:Lumar} {cue:says} {content:it is ready}. Lumar will begin in May. Lumar’s users will see it first, at Camp Lumar. {source2:Lumar} {cue2:says} {content2:so}.',
      ['Lumar (business)', 'Lumar (business)'],
    ],
    [
      'nor is one that the article calls "its yearly …"',
      'Oldport’s {source:Lumar} {cue:says} {content:so} at its yearly Camp Lumar event. {source2:Lumar} {cue2:says} {content2:no}.',
      ['Lumar (person)', 'Lumar (person)'],
    ],
    [
      'letters that the article introduces tell for what somebody speaks',
      'The Oldport Harbour Authority (OHA) closed the pier. {source:OHA spokesman Ben Holm} {cue:said} {content:it was unsafe}.',
      ['Ben Holm (OHA) (government)'],
    ],
    [
      'what kind of body it is and where it sits are no part of its name',
      '{source:The tracking firm Lumar} {cue:said} {content:so}. {source2:Lumar} {cue2:said} {content2:no}. {source3:Oldport-based Tide Institute} {cue3:said} {content3:so}. {source4:The interim authorities - which} {cue4:said} {content4:no}.',
      ['Lumar (business)', 'Lumar (business)', 'Tide Institute (expert)', 'The interim authorities (government)'],
    ],
    [
      'how a phrase hangs on the words before or after it is no part of its name',
      'Results {source:of a survey} {cue:show} {content:so}. {source2:As the Oldport Gazette} {cue2:put it}, {content2:no}. {source3:At least two officials} {cue3:said} {content3:so}. {source4:Ms Ruiz --} whose office is shut -- {cue4:said} {content4:no}.',
      ['A survey (document)', 'Oldport Gazette (media)', 'At least two officials (government)', 'Ruiz (person)'],
    ],
    [
      'a surname with its title before the full name, as headlines have it',
      '{source:Mr. Holm} {cue:said} {content:so}. Chief minister {source2:Bolan} {cue2:said} {content2:no}. Governor Ben Holm and Vera Bolan met. {source3:Holm} {cue3:added} {content3:that it was late}.',
      ['Ben Holm (government)', 'Vera Bolan (government)', 'Ben Holm (government)'],
    ],
    [
      'Mr and Mrs tell which of two bears a surname',
      'Anna Holm and John Holm came. {source:Mr. Holm} {cue:said} {content:so}. {source2:Mrs. Holm} {cue2:said} {content2:no}.',
      ['John Holm (person)', 'Anna Holm (person)'],
    ],
    [
      'an opponent of somebody says nothing of them',
      'John Holm won, an unpredictable opponent for Mrs. Ruiz. {source:Ruiz} {cue:said} {content:so}.',
      ['Ruiz (person)'],
    ],
    [
      'a day at the end, without "on", and an occasion',
      '{source:Ambassador Ana Ruiz Wednesday} {cue:said} {content:so}. {source2:Sheffield Wednesday} {cue2:said} {content2:no}. {source3:Minister Ben Holm at a news conference} {cue3:said} {content3:so}.',
      ['Ana Ruiz (government)', 'Sheffield Wednesday (person)', 'Ben Holm (government)'],
    ],
    [
      'two roles of one person',
      '{source:Ana Ruiz, director of the Harbour Board and a co-author of the report,} {cue:said} {content:so}.',
      ['Ana Ruiz (Harbour Board) (government)'],
    ],
    [
      'a survey of which more is told a sentence later, not another one',
      '{source:A survey} {cue:found} {content:so}. {source2:The Holm College poll} {cue2:found} {content2:no}. {source3:The survey} {cue3:adds} {content3:that}. {source4:Another poll} {cue4:found} {content4:so}.',
      [
        'The Holm College poll (document)',
        'The Holm College poll (document)',
        'The Holm College poll (document)',
        'Another poll (document)',
      ],
    ],
    [
      'a heading leaves out the article',
      '{source:Danish official} {cue:says} {content:it will rain}. {source2:A Danish official} {cue2:said} {content2:it will rain}. {source3:Another Danish official} {cue3:said} {content3:no}.',
      ['A Danish official (government)', 'A Danish official (government)', 'Another Danish official (government)'],
    ],
    [
      'who spoke in the sentence before goes on, though another was named as often',
      'Prime Minister Karl Stern was asked. {source:Stern} {cue:said} {content:so}. The roads, Oldport and Sandby, were closed, {source2:Minister David Lamm} {cue2:said}. {source3:He} {cue3:said} {content3:the ties were close}.',
      ['Karl Stern (government)', 'David Lamm (government)', 'David Lamm (government)'],
    ],
    [
      'of two who are as near, who has spoken speaks again',
      '{source:David Lamm} {cue:said} {content:so}. It rained. It snowed. It thawed. Roads were shut by David Lamm and Peter Holm. {source2:He} {cue2:said} {content2:no}.',
      ['David Lamm (person)', 'David Lamm (person)'],
    ],
    [
      'a he does not go on from the woman who spoke in the sentence',
      '{source:Anna Berg} {cue:said} {content:the money was Peter Holm’s or Paul Lamm’s}, which {source2:he} {cue2:denies}.',
      ['Anna Berg (person)', 'He (unknown)'],
    ],
    [
      'a husband is no she',
      'Rachel Berg and her husband, Milo Berg, came. {source:Milo Berg} {cue:said} {content:it was late}. {source2:She} {cue2:said} {content2:it was not}.',
      ['Milo Berg (family)', 'Rachel Berg (person)'],
    ],
    [
      'more than the one prosecutor whom the article names',
      'Prosecutor Ana Ruiz came. {source:Prosecutors} {cue:said} {content:nothing}.',
      ['Prosecutors (government)'],
    ],
    [
      'a pronoun before its name',
      'As {source:she} {cue:said} {content:it was late}, Kate Boland went home. {source2:Boland} {cue2:said} {content2:no more}.',
      ['Kate Boland (person)', 'Kate Boland (person)'],
    ],
    [
      'what a person said on a day is the person',
      'Mayor Ana Ruiz opened the bridge. {source:Ms Ruiz’s statement on Thursday} {cue:revealed} {content:that it would close}.',
      ['Ana Ruiz (government)'],
    ],
    [
      'the day on which somebody spoke is no part of the name, nor is how they are joined to the verb',
      '{source:Ruritania’s leaders on Wednesday} {cue:said} {content:no}. “So,” {cue2:reads} a post {source2:from another account}. {source3:The Mail on Sunday} {cue3:reported} {content3:both}.',
      ['Ruritania’s leaders (government)', 'Another account (unknown)', 'Mail on Sunday (media)'],
    ],
    ['a relative pronoun', 'Police arrested Ben Holm, {source:who} {cue:said} {content:he was innocent}.', ['Ben Holm (person)']],
  ]);
});
