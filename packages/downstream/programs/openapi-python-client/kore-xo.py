import os

from client import AuthenticatedClient
from client.api.sessions import get_bot_sessions
from client.models import BotSessionList, ErrorBody, SessionFilter

bot_id = os.environ["BOT_ID"]
client = AuthenticatedClient(
    base_url=os.environ["BASE_URL"], token=os.environ["TOKEN"], auth_header_name="auth", prefix=""
)

ids = []
for skip in (0, 2):
    page = get_bot_sessions.sync(bot_id, client=client, body=SessionFilter(skip=skip, limit=2))
    assert isinstance(page, BotSessionList)
    ids += [session.session_id for session in page.sessions]
    print("listed", *ids[skip:])

found = get_bot_sessions.sync(bot_id, client=client, body=SessionFilter(session_id=ids[:1]))
assert isinstance(found, BotSessionList)
print("got", *(session.session_id for session in found.sessions))

month = SessionFilter(date_from="2020-01-01", date_to="2020-02-01")
too_long = get_bot_sessions.sync(bot_id, client=client, body=month)
if isinstance(too_long, ErrorBody):
    print("refused", *(error.msg for error in too_long.errors or []))
