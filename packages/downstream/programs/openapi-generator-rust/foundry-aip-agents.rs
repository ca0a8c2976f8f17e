// A program uses some of the client.
#[allow(dead_code, unused_imports)]
mod apis;
#[allow(dead_code, unused_imports)]
mod models;

use apis::configuration::Configuration;
use apis::sessions_api::{create_session, get_session, list_sessions, GetSessionError};
use apis::Error;
use std::env::var;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let agent = var("AGENT_RID")?;

    // guide
    let client = Configuration { base_path: var("BASE_URL")?, bearer_access_token: Some(var("TOKEN")?), ..Default::default() };

    let created = create_session(&client, &agent, Some(true), Some(models::CreateSessionRequest::new())).await?;
    println!("created {}", created.rid);

    let first = list_sessions(&client, &agent, Some(true), Some(2), None).await?;
    let second = list_sessions(&client, &agent, Some(true), Some(2), first.next_page_token.as_deref()).await?;
    // end of guide
    for page in [first, second] {
        let ids: Vec<String> = page.data.unwrap_or_default().into_iter().map(|session| session.rid).collect();
        println!("listed {}", ids.join(" "));
    }

    println!("got {}", get_session(&client, &agent, &created.rid, Some(true)).await?.rid);

    // guide
    let none = "ri.aip-agents..session.00000000-0000-0000-0000-000000000000";
    if let Err(Error::ResponseError(refusal)) = get_session(&client, &agent, none, Some(true)).await {
        // The variants are tried in order, and those of 400 and 404 have the same fields.
        match refusal.entity {
            Some(GetSessionError::Status400(reason)) => println!("refused {}", reason.error_name),
            Some(GetSessionError::Status404(reason)) => println!("refused {}", reason.error_name),
            other => println!("refused with {other:?}"),
        }
    }
    // end of guide
    Ok(())
}
