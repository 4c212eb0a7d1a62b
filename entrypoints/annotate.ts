import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPageSession } from '../src/app/start-session.ts';

/**
 * Injected by a click, or registered for the sites that the reader chose: nothing is loaded in any other page. It is no content script
 * of WXT's: those post a message with the extension's id to the page that they run in, and leave a listener in its document.
 */
export default defineUnlistedScript({ main: startPageSession, globalName: false });
