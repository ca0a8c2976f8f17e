// A program uses some of the client.
#[allow(dead_code, unused_imports)]
mod client;

use client::types::{CreateAppSessionRequest, CreateAppSessionResponse, ErrorBodyMessage, ListAppSessionsRequest, SessionIdentity};
use client::{Client, Error};
use reqwest::header::{HeaderMap, HeaderValue};
use std::env::var;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // guide
    let headers = HeaderMap::from_iter([("x-api-key".parse()?, HeaderValue::try_from(var("API_KEY")?)?)]);
    let http = reqwest::Client::builder().default_headers(headers).build()?;
    let client = Client::new_with_client(&var("BASE_URL")?, http);
    let (app, env) = (var("APP_ID")?, var("ENV_NAME")?);

    let created = client.create_app_session(&app.parse()?, &env.parse()?, &identified("userReference", "user_1")?).await?;
    if let CreateAppSessionResponse::CreatedAppSession(created) = created.into_inner() {
        println!("created {}", created.session.session_id);
    }

    for offset in [0, 20] {
        let request = ListAppSessionsRequest { offset: Some(offset), ..Default::default() };
        let page = client.list_app_sessions(&app.parse()?, &env.parse()?, &request).await?.into_inner();
        let ids: Vec<String> = page.sessions.into_iter().map(|session| session.session_id).collect();
        println!("listed {}", ids.join(" "));
    }

    let nobody = identified("sessionId", "s-00000000-0000-0000-0000-000000000000")?;
    if let Err(Error::ErrorResponse(refusal)) = client.create_app_session(&app.parse()?, &env.parse()?, &nobody).await {
        if let Some(ErrorBodyMessage::String(message)) = &refusal.message {
            println!("refused {message}");
        }
    }
    // end of guide
    Ok(())
}

fn identified(kind: &str, value: &str) -> Result<CreateAppSessionRequest, Box<dyn std::error::Error>> {
    let identity = SessionIdentity { type_: kind.parse()?, value: value.parse()? };
    Ok(CreateAppSessionRequest { session_identity: vec![identity], source: None })
}
