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
	ctx, botId := context.Background(), os.Getenv("BOT_ID")

	token := client.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
		request.Header.Set("auth", os.Getenv("TOKEN"))
		return nil
	})
	xo, err := client.NewClientWithResponses(os.Getenv("BASE_URL"), token)
	check(err)
	ask := func(filter client.SessionFilter) *client.GetBotSessionsAnswer {
		answer, err := xo.GetBotSessionsWithResponse(ctx, botId, nil, filter)
		check(err)
		return answer
	}

	limit := 2
	var ids []string
	for _, skip := range []int{0, 2} {
		for _, session := range ask(client.SessionFilter{Skip: &skip, Limit: &limit}).JSON200.Sessions {
			ids = append(ids, session.SessionId)
		}
		fmt.Print("listed")
		for _, id := range ids[skip:] {
			fmt.Print(" ", id)
		}
		fmt.Println()
	}

	wanted := ids[:1]
	for _, session := range ask(client.SessionFilter{SessionId: &wanted}).JSON200.Sessions {
		fmt.Println("got", session.SessionId)
	}

	from, to := "2020-01-01", "2020-02-01"
	tooLong := ask(client.SessionFilter{DateFrom: &from, DateTo: &to})
	if tooLong.JSON400 != nil {
		fmt.Println("refused", *(*tooLong.JSON400.Errors)[0].Msg)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
