import { expect, test } from 'vitest';
import { detectLanguage } from '../../../src/page/extract/language.ts';

/** One invented sentence, told in each language. */
const SENTENCES: Readonly<Record<string, string>> = {
  en: 'The council said on Tuesday that the old bridge would be closed for a year because it was no longer safe for the buses.',
  de: 'Der Rat teilte am Dienstag mit, dass die alte Brücke für ein Jahr geschlossen wird, weil sie für die Busse nicht mehr sicher ist.',
  fr: 'Le conseil a annoncé mardi que le vieux pont sera fermé pendant un an parce qu’il n’est plus sûr pour les bus de la ville.',
  es: 'El consejo dijo el martes que el puente viejo se cerrará durante un año porque ya no es seguro para los autobuses de la ciudad.',
  pt: 'O conselho disse na terça-feira que a ponte velha será fechada por um ano porque já não é segura para os autocarros da cidade.',
  it: 'Il consiglio ha detto martedì che il vecchio ponte sarà chiuso per un anno perché non è più sicuro per gli autobus della città.',
  nl: 'De raad zei dinsdag dat de oude brug een jaar wordt gesloten omdat zij niet meer veilig is voor de bussen van de stad.',
  pl: 'Rada poinformowała we wtorek, że stary most zostanie zamknięty na rok, ponieważ nie jest już bezpieczny dla autobusów, które po nim jeżdżą.',
  tr: 'Meclis salı günü eski köprünün bir yıl kapatılacağını, çünkü otobüsler için artık güvenli olmadığını ve daha çok zaman gerektiğini söyledi.',
  ru: 'Совет сообщил во вторник, что старый мост закроют на год, потому что он больше не безопасен для автобусов.',
  uk: 'Рада повідомила у вівторок, що старий міст закриють на рік, бо він більше не безпечний для автобусів.',
  ar: 'قال المجلس يوم الثلاثاء إن الجسر القديم سيغلق لمدة عام لأنه لم يعد آمنا للحافلات.',
  he: 'המועצה אמרה ביום שלישי כי הגשר הישן ייסגר לשנה מפני שאינו בטוח עוד לאוטובוסים.',
  ja: '議会は火曜日、古い橋はもうバスにとって安全ではないため、一年間閉鎖すると発表した。',
  zh: '议会周二表示，旧桥将关闭一年，因为它对公共汽车来说不再安全。',
  ko: '의회는 화요일에 오래된 다리가 더 이상 버스에 안전하지 않아 일 년간 폐쇄된다고 밝혔다.',
};

test.each(Object.entries(SENTENCES))('%s', (language, sentence) => {
  expect(detectLanguage(sentence)).toBe(language);
});
test('English with foreign names and quotations stays English', () => {
  const text = `${SENTENCES.en} “La ville est à nous,” read a banner. The mayor, Małgorzata Nowak, said that she had not seen it and would not answer.`;
  expect(detectLanguage(text)).toBe('en');
});
test('what is no language has none', () => {
  expect(detectLanguage('4711 0815 12:30')).toBe('und');
  expect(detectLanguage('xyzzy plugh frotz gnusto rezrov')).toBe('und');
});
