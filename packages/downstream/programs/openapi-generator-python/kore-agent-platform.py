import os

import client
from client.exceptions import NotFoundException

app_id, env_name = os.environ["APP_ID"], os.environ["ENV_NAME"]
configuration = client.Configuration(host=os.environ["BASE_URL"], api_key={"apiKey": os.environ["API_KEY"]})
sessions = client.SessionsApi(client.ApiClient(configuration))


def identified(type: str, value: str) -> client.CreateAppSessionRequest:
    return client.CreateAppSessionRequest(session_identity=[client.SessionIdentity(type=type, value=value)])


created = sessions.create_app_session(app_id, env_name, identified("userReference", "user_1"))
print("created", created.actual_instance.session.session_id)

for offset in (0, 20):
    page = sessions.list_app_sessions(app_id, env_name, client.ListAppSessionsRequest(offset=offset))
    print("listed", *(session.session_id for session in page.sessions))

try:
    sessions.create_app_session(app_id, env_name, identified("sessionId", "s-00000000-0000-0000-0000-000000000000"))
except NotFoundException as error:
    print("refused", error.data.message.actual_instance)
