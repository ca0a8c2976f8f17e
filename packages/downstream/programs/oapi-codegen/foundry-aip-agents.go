package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"example.org/program/client"
)

func main() {
	ctx, agentRid := context.Background(), os.Getenv("AGENT_RID")

	// guide
	token := client.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+os.Getenv("TOKEN"))
		return nil
	})
	foundry, err := client.NewClientWithResponses(os.Getenv("BASE_URL"), token)
	check(err)
	preview, size := true, int32(2)

	created, err := foundry.CreateSessionWithResponse(ctx, agentRid, &client.CreateSessionParams{Preview: &preview}, client.CreateSessionRequest{})
	check(err)
	fmt.Println("created", created.JSON200.Rid)

	page := client.ListSessionsParams{Preview: &preview, PageSize: &size}
	first, err := foundry.ListSessionsWithResponse(ctx, agentRid, &page)
	check(err)
	page.PageToken = first.JSON200.NextPageToken
	second, err := foundry.ListSessionsWithResponse(ctx, agentRid, &page)
	check(err)
	// end of guide
	for _, page := range []*client.ListSessionsResponse{first.JSON200, second.JSON200} {
		fmt.Print("listed")
		for _, session := range *page.Data {
			fmt.Print(" ", session.Rid)
		}
		fmt.Println()
	}

	get := client.GetSessionParams{Preview: &preview}
	got, err := foundry.GetSessionWithResponse(ctx, agentRid, created.JSON200.Rid, &get)
	check(err)
	fmt.Println("got", got.JSON200.Rid)

	// guide
	missing, err := foundry.GetSessionWithResponse(ctx, agentRid, "ri.aip-agents..session.00000000-0000-0000-0000-000000000000", &get)
	check(err)
	if missing.JSON404 != nil {
		reason, err := missing.JSON404.AsSessionNotFoundError()
		check(err)
		fmt.Println("refused", reason.ErrorName)
	}
	// end of guide
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
