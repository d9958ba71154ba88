/** As `GET /v1/workspaces` lists them. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly memberCount: number;
  readonly createdAt: string;
}

export const OWNER_ID = '665a1b2c3d4e5f6a7b8c9a01';

/** The workspace that the workspace key is bound to. */
export const OWN_WORKSPACE: Workspace = {
  id: '665a1b2c3d4e5f6a7b8c9b01',
  name: 'Outbound Team',
  ownerId: OWNER_ID,
  memberCount: 4,
  createdAt: '2025-01-08T10:00:00.000Z',
};

export const OTHER_WORKSPACE: Workspace = {
  id: '665a1b2c3d4e5f6a7b8c9b02',
  name: 'Agency Client',
  ownerId: OWNER_ID,
  memberCount: 2,
  createdAt: '2025-03-21T14:30:00.000Z',
};

export const SMALL_WORKSPACE: Workspace = {
  id: '665a1b2c3d4e5f6a7b8c9b03',
  name: 'Side Project',
  ownerId: OWNER_ID,
  memberCount: 1,
  createdAt: '2025-09-02T08:15:00.000Z',
};

export const WORKSPACES: readonly Workspace[] = [OWN_WORKSPACE, OTHER_WORKSPACE, SMALL_WORKSPACE];
