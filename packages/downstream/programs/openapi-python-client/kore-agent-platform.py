import os

from client import AuthenticatedClient
from client.api.sessions import create_app_session, list_app_sessions
from client.models import (
    AppSessionList,
    CreateAppSessionRequest,
    CreatedAppSession,
    ErrorBody,
    ListAppSessionsRequest,
    SessionIdentity,
)

app_id, env_name = os.environ["APP_ID"], os.environ["ENV_NAME"]
client = AuthenticatedClient(
    base_url=os.environ["BASE_URL"], token=os.environ["API_KEY"], auth_header_name="x-api-key", prefix=""
)

user = CreateAppSessionRequest(session_identity=[SessionIdentity(type_="userReference", value="user_1")])
created = create_app_session.sync(app_id, env_name, client=client, body=user)
assert isinstance(created, CreatedAppSession)
print("created", created.session.session_id)

for offset in (0, 20):
    page = list_app_sessions.sync(app_id, env_name, client=client, body=ListAppSessionsRequest(offset=offset))
    assert isinstance(page, AppSessionList)
    print("listed", *(session.session_id for session in page.sessions))

unknown = SessionIdentity(type_="sessionId", value="s-00000000-0000-0000-0000-000000000000")
nobody = CreateAppSessionRequest(session_identity=[unknown])
missing = create_app_session.sync(app_id, env_name, client=client, body=nobody)
if isinstance(missing, ErrorBody):
    print("refused", missing.message)
