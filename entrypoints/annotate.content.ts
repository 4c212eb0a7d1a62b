import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPageSession } from '../src/app/start-session.ts';

/** Injected by a click, or registered for the sites that the reader chose: nothing is loaded in any other page. */
export default defineContentScript({ registration: 'runtime', matches: [], main: startPageSession });
