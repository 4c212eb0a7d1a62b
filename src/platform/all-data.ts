import { browser } from 'wxt/browser';
import { grantedSites, removeSites } from './permissions.ts';
import { deleteAllAnalyses } from './saved-analyses.ts';

/** Deletes all that the extension keeps on this machine, and gives every site back; settings are as after the first install. */
export async function deleteAllData(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), deleteAllAnalyses()]);
  const sites = await grantedSites();
  if (sites.length > 0) await removeSites(sites);
}
