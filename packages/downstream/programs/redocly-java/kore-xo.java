import java.util.ArrayList;
import java.util.List;
import koreaixoplatformsessions.Client;

public class Program {
  public static void main(String[] args) {
    var botId = System.getenv("BOT_ID");

    var auth = new Client.Auth().apiKey("jwt", System.getenv("TOKEN"));
    var client = new Client(new Client.Config().serverUrl(System.getenv("BASE_URL")).auth(auth));

    List<String> ids = new ArrayList<>();
    for (var skip : new int[] {0, 2}) {
      var page = client.getBotSessions(botId, filter((long) skip, 2L, null, null, null), null);
      ids.addAll(page.sessions().stream().map(Client.BotSession::sessionId).toList());
      System.out.println("listed " + String.join(" ", ids.subList(skip, ids.size())));
    }

    var found = client.getBotSessions(botId, filter(null, null, null, null, ids.subList(0, 1)), null);
    for (var session : found.sessions()) System.out.println("got " + session.sessionId());

    try {
      client.getBotSessions(botId, filter(null, null, "2020-01-01", "2020-02-01", null), null);
    } catch (Client.ApiException error) {
      if (error.status != 400) throw error;
      System.out.println("refused " + Client.ErrorBody.fromJson(error.body).errors().get(0).msg());
    }
  }

  private static Client.SessionFilter filter(Long skip, Long limit, String from, String to, List<String> ids) {
    return new Client.SessionFilter(null, skip, null, limit, from, to, null, null, ids, null);
  }
}
