import os

from client import (
    ApiError,
    Client,
    CreateAppSessionRequest,
    CreatedAppSession,
    ErrorBody,
    ListAppSessionsRequest,
    SessionIdentity,
    decode,
)

app_id, env_name = os.environ["APP_ID"], os.environ["ENV_NAME"]
client = Client(os.environ["BASE_URL"], auth={"api_key": {"apiKey": os.environ["API_KEY"]}})


def identified(type: str, value: str) -> CreateAppSessionRequest:
    return CreateAppSessionRequest(session_identity=[SessionIdentity(type_=type, value=value)])


created = client.create_app_session(app_id, env_name, identified("userReference", "user_1"))
assert isinstance(created, CreatedAppSession)
print("created", created.session.session_id)

for offset in (0, 20):
    page = client.list_app_sessions(app_id, env_name, ListAppSessionsRequest(offset=offset))
    print("listed", *(session.session_id for session in page.sessions))

try:
    client.create_app_session(app_id, env_name, identified("sessionId", "s-00000000-0000-0000-0000-000000000000"))
except ApiError as error:
    print("refused", decode(ErrorBody, error.body).message)
