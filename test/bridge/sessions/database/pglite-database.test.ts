import { openPgliteDatabase } from '../../../../bridge/sessions/database/pglite-database';

describe('the embedded database', () => {
  it('says which setting to change when its folder cannot be made', async () => {
    const directory = `${__filename}/below-a-file`;
    await expect(openPgliteDatabase({ directory })).rejects.toThrow(
      `The folder ${directory} cannot be made. Set BRIDGE_DATA_DIR to one that can.`,
    );
  });
});
