import java.util.List;
import java.util.stream.Collectors;
import koreaiagentplatformsessions.Client;

public class Program {
  public static void main(String[] args) {
    var appId = System.getenv("APP_ID");
    var envName = System.getenv("ENV_NAME");

    var auth = new Client.Auth().apiKey("apiKey", System.getenv("API_KEY"));
    var client = new Client(new Client.Config().serverUrl(System.getenv("BASE_URL")).auth(auth));

    var created = client.createAppSession(appId, envName, identified("userReference", "user_1"));
    System.out.println("created " + Client.CreatedAppSession.fromJson(created).session().sessionId());

    for (var offset : new long[] {0, 20}) {
      var request = new Client.ListAppSessionsRequest(null, null, null, null, offset);
      var page = client.listAppSessions(appId, envName, request);
      var ids = page.sessions().stream().map(Client.AppSession::sessionId).collect(Collectors.joining(" "));
      System.out.println("listed " + ids);
    }

    try {
      client.createAppSession(appId, envName, identified("sessionId", "s-00000000-0000-0000-0000-000000000000"));
    } catch (Client.ApiException error) {
      if (error.status != 404) throw error;
      System.out.println("refused " + Client.ErrorBody.fromJson(error.body).message());
    }
  }

  private static Client.CreateAppSessionRequest identified(String type, String value) {
    return new Client.CreateAppSessionRequest(List.of(new Client.SessionIdentity(type, value)), null);
  }
}
